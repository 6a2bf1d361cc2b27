package dev.pairtrail.adapters.http.credentials;

import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.PlayerId;
import java.util.Collection;
import java.util.Optional;

/** Who asks. */
public sealed interface Caller {

  /** Whoever reaches the port, where no credentials are configured. */
  record Anybody() implements Caller {}

  /** A player, by a token. */
  record Player(PlayerId id) implements Caller {}

  /** Whoever holds a key. */
  record Holder(KeyName name, KeyRole role) implements Caller {}

  /** The key that was shown, if one was. */
  default Optional<KeyName> key() {
    return switch (this) {
      case Holder holder -> Optional.of(holder.name());
      case Anybody _, Player _ -> Optional.empty();
    };
  }

  /**
   * Has a player be one of those whom something belongs to.
   *
   * @throws RefusedException if the player is not
   */
  default void requireOneOf(Collection<PlayerId> owners) {
    if (this instanceof Player player && !owners.contains(player.id())) {
      throw new RefusedException(Problems.forbidden("It belongs to other players."));
    }
  }

  /**
   * Has a player act for nobody else.
   *
   * @throws RefusedException if the player does
   */
  default void requireAlone(Collection<PlayerId> named) {
    if (this instanceof Player player && !named.stream().allMatch(player.id()::equals)) {
      throw new RefusedException(Problems.forbidden("A player may act for nobody else."));
    }
  }
}
