package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.pairtrail.domain.PlayerId;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the tokens of players: signed JWTs (RFC 7519) whose {@code sub} is the player's id and that
 * end ({@code exp}). A minute is granted to clocks that differ. Thread-safe.
 */
public final class PlayerTokens {
  /** Fewest bytes of a secret: as many as an HS256 has. */
  public static final int MIN_SECRET_BYTES = 32;

  private static final Logger LOG = LoggerFactory.getLogger(PlayerTokens.class);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  private PlayerTokens(JWSKeySelector<SecurityContext> keys, Expected expected) {
    processor.setJWSKeySelector(keys);
    processor.setJWSVerifierFactory(new SignatureVerifiers());
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWTClaimsSetVerifier(expected.verifier());
  }

  /**
   * What a token must say, beside who it is for and when it ends.
   *
   * @param issuer its {@code iss}, if that matters
   * @param audience one of its {@code aud}, if that matters
   */
  public record Expected(Optional<String> issuer, Optional<String> audience) {
    private DefaultJWTClaimsVerifier<SecurityContext> verifier() {
      JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
      issuer.ifPresent(exact::issuer);
      return new DefaultJWTClaimsVerifier<>(
          audience.map(Set::of).orElse(null), exact.build(), Set.of("sub", "exp"), Set.of());
    }
  }

  /**
   * Tokens that are signed by one of the keys in a JWKS file (RFC 7517). The file is read again
   * when it changes; if it cannot be, the keys of before still hold.
   *
   * @throws IllegalArgumentException if the file cannot be read or has no key that fits
   */
  public static PlayerTokens signedByKeysIn(Path jwks, Expected expected) {
    return new PlayerTokens(new JwksFile(jwks), expected);
  }

  /**
   * Tokens that are signed with a secret, by HS256.
   *
   * @throws IllegalArgumentException if the secret is too short
   */
  public static PlayerTokens signedWith(byte[] secret, Expected expected) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "takes at least " + MIN_SECRET_BYTES + " bytes, not " + secret.length);
    }
    return new PlayerTokens(new SharedSecret(secret), expected);
  }

  /**
   * Whose token it is.
   *
   * @return empty if it is none that can be trusted now
   */
  Optional<PlayerId> player(String token) {
    try {
      return Optional.ofNullable(processor.process(token, null).getSubject()).map(PlayerId::new);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      LOG.debug("a token was refused: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
