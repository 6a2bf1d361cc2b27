package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 (RFC 8037) by the JDK, for which the library would need one more of its own. */
record EdwardsVerifier(PublicKey key) implements JWSVerifier {
  static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of a key in its usual encoding (RFC 8410). */
  private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;

  /**
   * A public key of its 32 bytes.
   *
   * @throws IllegalArgumentException if they are none
   */
  static PublicKey key(byte[] bytes) {
    byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + KEY_BYTES);
    try {
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException("an Ed25519 key has " + KEY_BYTES + " bytes");
      }
      System.arraycopy(bytes, 0, encoded, HEAD.length, KEY_BYTES);
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a key is not on the curve Ed25519", e);
    }
  }

  @Override
  public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(input);
      return verifier.verify(signature.decode());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
  }

  @Override
  public JCAContext getJCAContext() {
    return new JCAContext();
  }
}
