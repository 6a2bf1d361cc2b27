package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.credentials.ApiKey;
import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.http.credentials.PlayerTokens;
import dev.pairtrail.adapters.http.credentials.PlayerTokens.Expected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * By what callers are known, as a file says it. What lies outside the file is read by those alone
 * who need it.
 *
 * @param players empty where players have no tokens
 */
record Auth(List<ApiKey> keys, Optional<Players> players) {
  static final Auth NONE = new Auth(List.of(), Optional.empty());

  Auth {
    keys = List.copyOf(keys);
  }

  /** How the tokens of players are checked. */
  record Players(Source source, Expected expected) {}

  /** What they are checked by. */
  sealed interface Source {}

  /** The public keys in a file. */
  record Jwks(Path file) implements Source {}

  /** A secret in the environment. */
  record Secret(String variable) implements Source {}

  /**
   * The credentials, with what the file only names.
   *
   * @param environment gives the value of a variable, null where there is none
   * @throws BadConfigurationException if a JWKS cannot be read, or a secret is missing or too short
   */
  Credentials credentials(UnaryOperator<@Nullable String> environment) {
    return new Credentials(keys, players.map(p -> tokens(p, environment)));
  }

  private static PlayerTokens tokens(Players players, UnaryOperator<@Nullable String> environment) {
    return switch (players.source()) {
      case Jwks(Path file) -> signedByKeysIn(file, players.expected());
      case Secret(String name) -> signedWith(name, environment.apply(name), players.expected());
    };
  }

  private static PlayerTokens signedByKeysIn(Path file, Expected expected) {
    try {
      return PlayerTokens.signedByKeysIn(file, expected);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException("auth.players.jwks: " + e.getMessage());
    }
  }

  private static PlayerTokens signedWith(String name, @Nullable String secret, Expected expected) {
    if (secret == null) {
      throw new BadConfigurationException(
          "auth.players.secret_env: the environment has no variable " + name);
    }
    try {
      return PlayerTokens.signedWith(secret.getBytes(StandardCharsets.UTF_8), expected);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException(
          "auth.players.secret_env: " + name + " " + e.getMessage());
    }
  }
}
