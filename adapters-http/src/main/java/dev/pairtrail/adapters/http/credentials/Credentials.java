package dev.pairtrail.adapters.http.credentials;

import java.util.List;
import java.util.Optional;

/**
 * What the server accepts to know a caller by. Thread-safe.
 *
 * @param players how tokens are read; empty where players have none
 */
public record Credentials(List<ApiKey> keys, Optional<PlayerTokens> players) {
  /** None: whoever reaches the port may do all. */
  public static final Credentials NONE = new Credentials(List.of(), Optional.empty());

  public Credentials {
    keys = List.copyOf(keys);
  }

  /** Whether anything needs a credential at all. */
  public boolean areConfigured() {
    return !keys.isEmpty() || players.isPresent();
  }

  /**
   * Who shows a key or a token.
   *
   * @return empty if it is none of ours, or no longer
   */
  public Optional<Caller> caller(String shown) {
    return holder(KeyDigest.of(shown))
        .or(() -> players.flatMap(tokens -> tokens.player(shown)).map(Caller.Player::new));
  }

  /** Looks at all keys in any case, so that the time it takes tells nothing. */
  private Optional<Caller> holder(KeyDigest shown) {
    Optional<Caller> found = Optional.empty();
    for (ApiKey key : keys) {
      if (key.digest().matches(shown)) {
        found = Optional.of(new Caller.Holder(key.name(), key.role()));
      }
    }
    return found;
  }
}
