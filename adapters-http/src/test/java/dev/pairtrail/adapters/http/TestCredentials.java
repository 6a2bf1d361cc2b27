package dev.pairtrail.adapters.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pairtrail.adapters.http.credentials.ApiKey;
import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.adapters.http.credentials.PlayerTokens;
import dev.pairtrail.domain.KeyName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Two keys, and tokens that are signed with a secret. */
final class TestCredentials {
  static final String SERVER = "pt_a-key-of-the-game-server";
  static final String OPERATOR = "pt_a-key-of-who-runs-it";
  static final PlayerTokens.Expected ANY =
      new PlayerTokens.Expected(Optional.empty(), Optional.empty());

  private static final byte[] SECRET =
      "a secret of more than 64 bytes, so that it would do for HS512 as well"
          .getBytes(StandardCharsets.UTF_8);

  private TestCredentials() {}

  static Credentials all() {
    return with(Optional.of(PlayerTokens.signedWith(SECRET, ANY)));
  }

  static Credentials with(Optional<PlayerTokens> players) {
    return new Credentials(
        List.of(
            key("game-servers", KeyRole.SERVER, SERVER), key("ops", KeyRole.OPERATOR, OPERATOR)),
        players);
  }

  private static ApiKey key(String name, KeyRole role, String key) {
    return new ApiKey(new KeyName(name), role, KeyDigest.of(key));
  }

  /** A token of a player that ends in a while. */
  static String token(String player) {
    return token(player, JWSAlgorithm.HS256);
  }

  static String token(String player, JWSAlgorithm algorithm) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(player)
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
    try {
      token.sign(new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** The header field that shows a key or token. */
  static String[] bearer(String shown) {
    return new String[] {"Authorization", "Bearer " + shown};
  }
}
