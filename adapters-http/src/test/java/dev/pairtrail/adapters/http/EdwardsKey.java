package dev.pairtrail.adapters.http;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;

/** A key on the curve Ed25519, by the JDK: the library has no signer without one more library. */
record EdwardsKey(String id, KeyPair pair) {
  private static final String ALGORITHM = "Ed25519";
  private static final int BYTES = 32;

  static EdwardsKey generate(String id) {
    try {
      return new EdwardsKey(id, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half. */
  JWK jwk() {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] last = Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(last)).keyID(id).build();
  }

  String sign(String header, JWTClaimsSet claims) throws GeneralSecurityException {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(claims.toString());
    Signature signer = Signature.getInstance(ALGORITHM);
    signer.initSign(pair.getPrivate());
    signer.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64URL.encode(signer.sign());
  }
}
