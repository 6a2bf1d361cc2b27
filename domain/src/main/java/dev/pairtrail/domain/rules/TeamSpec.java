package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.List;

/**
 * A team of every match. It is full, unless an expansion lets it have fewer players for tickets
 * that waited so long.
 *
 * @param minPlayers fewest players it may ever have, 1 or more
 * @param maxPlayers how many it has when it is full
 * @param expand how few it may have after which wait, by rising wait
 */
public record TeamSpec(String name, int minPlayers, int maxPlayers, List<Step> expand) {
  public TeamSpec {
    expand = List.copyOf(expand);
  }

  /** From this wait on it may have as few players as this. */
  public record Step(Duration after, int minPlayers) {}

  /** A team of fixed size. */
  public static TeamSpec of(String name, int players) {
    return new TeamSpec(name, players, players, List.of());
  }

  /** How few players it may have if all tickets of the match waited at least so long. */
  public int fewest(Duration wait) {
    int fewest = maxPlayers;
    for (Step step : expand) {
      if (wait.compareTo(step.after()) >= 0) {
        fewest = step.minPlayers();
      }
    }
    return fewest;
  }

  /** Whether the two differ by their names alone. */
  public boolean isLike(TeamSpec other) {
    return minPlayers == other.minPlayers
        && maxPlayers == other.maxPlayers
        && expand.equals(other.expand);
  }
}
