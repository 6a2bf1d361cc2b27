package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How few players the teams may have, for tickets that all waited so long. */
final class Level {
  private final long after;
  private final int[] fewest;
  private final int players;

  private Level(long after, int[] fewest, int players) {
    this.after = after;
    this.fewest = fewest;
    this.players = players;
  }

  /** Full teams first, then fewer and fewer players. */
  static List<Level> of(List<TeamSpec> teams) {
    List<Level> levels = new ArrayList<>();
    Stream.concat(
            Stream.of(Duration.ZERO),
            teams.stream().flatMap(team -> team.expand().stream()).map(TeamSpec.Step::after))
        .distinct()
        .sorted()
        .forEach(after -> levels.add(at(after, teams)));
    return List.copyOf(levels);
  }

  private static Level at(Duration after, List<TeamSpec> teams) {
    int[] fewest = teams.stream().mapToInt(team -> team.fewest(after)).toArray();
    int players = 0;
    for (int count : fewest) {
      players += count;
    }
    return new Level(after.toMillis(), fewest, players);
  }

  /** Milliseconds of wait from which on it holds. */
  long after() {
    return after;
  }

  int fewest(int team) {
    return fewest[team];
  }

  /** The fewest players of all teams together. */
  int players() {
    return players;
  }
}
