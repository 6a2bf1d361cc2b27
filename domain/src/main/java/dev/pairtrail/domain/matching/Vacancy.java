package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * A running game with open places.
 *
 * @param since when it asked for players; its limits loosen as if it had waited since then
 * @param sides its teams, in the order of the rule set
 */
public record Vacancy(BackfillId backfill, Instant since, List<Side> sides) {
  public Vacancy {
    sides = List.copyOf(sides);
  }

  /**
   * One team.
   *
   * @param places how many players it takes, 0 or more
   * @param present who plays in it
   */
  public record Side(int places, List<Present> present) {
    public Side {
      present = List.copyOf(present);
    }
  }

  /** Those players of a ticket who play, at least one. */
  public record Present(TicketId ticket, List<Player> players) {
    public Present {
      players = List.copyOf(players);
    }
  }
}
