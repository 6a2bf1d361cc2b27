package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.Key;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The public keys of a JWKS. What they sign is named here: never nothing, and never by a secret,
 * for which a public key could be taken.
 */
final class PublicKeys {
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512,
          JWSAlgorithm.EdDSA,
          JWSAlgorithm.Ed25519);

  private static final Set<Curve> CURVES =
      Set.of(Curve.P_256, Curve.P_384, Curve.P_521, Curve.Ed25519);

  private static final int MAX_KEYS = 100;
  private static final int MIN_RSA_BITS = 2048;

  private final JWKSet keys;

  private PublicKeys(List<JWK> keys) {
    this.keys = new JWKSet(keys);
  }

  /**
   * Reads a JWKS, and leaves out its keys that are for something else than signatures.
   *
   * @throws IllegalArgumentException if it is none, has a secret or private key, or none that fits
   */
  static PublicKeys parse(String json) {
    try {
      List<JWK> fit = new ArrayList<>();
      for (JWK key : JWKSet.parse(json).getKeys()) {
        requirePublic(key);
        if (isForSignatures(key)) {
          requireUsable(key);
          fit.add(key);
        }
      }
      requireFew(fit);
      return new PublicKeys(fit);
    } catch (ParseException e) {
      throw new IllegalArgumentException("takes a JWKS: " + e.getMessage(), e);
    }
  }

  private static void requirePublic(JWK key) {
    if (!(key instanceof AsymmetricJWK) || key.isPrivate()) {
      throw new IllegalArgumentException(
          "takes public keys alone, and " + name(key) + " is a secret");
    }
  }

  private static boolean isForSignatures(JWK key) {
    boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
    return signs
        && switch (key) {
          case RSAKey rsa -> isLong(rsa);
          case CurveBasedJWK curved -> CURVES.contains(curved.getCurve());
          default -> false;
        };
  }

  private static boolean isLong(RSAKey key) {
    if (key.size() < MIN_RSA_BITS) {
      throw new IllegalArgumentException(
          "takes RSA keys of at least " + MIN_RSA_BITS + " bits, not " + name(key));
    }
    return true;
  }

  private static void requireUsable(JWK key) {
    var _ = key(key);
  }

  private static String name(JWK key) {
    return key.getKeyID() == null ? "one without a kid" : key.getKeyID();
  }

  private static void requireFew(List<JWK> keys) {
    if (keys.isEmpty() || keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException(
          "takes 1 to " + MAX_KEYS + " keys for signatures, not " + keys.size());
    }
  }

  /** The keys that may have made such a signature. */
  List<Key> of(JWSHeader header) {
    if (!SIGNATURES.contains(header.getAlgorithm())) {
      return List.of();
    }
    return new JWKSelector(JWKMatcher.forJWSHeader(header))
        .select(keys).stream()
            .filter(key -> fits(key, header.getAlgorithm()))
            .map(PublicKeys::key)
            .toList();
  }

  /** The library would end its search at the first key on a curve of another signature. */
  private static boolean fits(JWK key, JWSAlgorithm algorithm) {
    return !(key instanceof ECKey curved)
        || Curve.forJWSAlgorithm(algorithm).contains(curved.getCurve());
  }

  private static Key key(JWK key) {
    try {
      return key instanceof OctetKeyPair pair
          ? EdwardsVerifier.key(pair.getDecodedX())
          : ((AsymmetricJWK) key).toPublicKey();
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a key cannot be used: " + name(key), e);
    }
  }
}
