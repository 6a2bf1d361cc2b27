package dev.pairtrail.domain.matching;

import java.util.List;

/**
 * How many players of each kind that a rule counts are there for more matches. Without them no seed
 * needs to be tried, which a surplus of one kind would make many and dear.
 */
final class Supply {
  private final List<HeadCount> counts;
  private final int[] ofKind;
  private int players;

  Supply(List<HeadCount> counts) {
    this.counts = counts;
    ofKind = new int[counts.size()];
  }

  private Supply(Supply other) {
    counts = other.counts;
    ofKind = other.ofKind.clone();
    players = other.players;
  }

  /** The same, to be taken from. */
  Supply copy() {
    return new Supply(this);
  }

  void add(Waiting ticket) {
    change(ticket, 1);
  }

  void remove(Waiting ticket) {
    change(ticket, -1);
  }

  private void change(Waiting ticket, int sign) {
    players += sign * ticket.size();
    for (int i = 0; i < ofKind.length; i++) {
      ofKind[i] += sign * counts.get(i).of(ticket);
    }
  }

  /**
   * Whether there may be a match: each team its fewest of a kind, and no more than its most.
   *
   * @param needed players of a match
   * @param wait of the seed in milliseconds, as that of the youngest is no longer
   */
  boolean maySuffice(int needed, int teams, long wait) {
    for (int i = 0; i < ofKind.length; i++) {
      HeadCount count = counts.get(i);
      double most = count.most().at(wait) * teams;
      if (ofKind[i] < count.fewest().at(wait) * teams
          || (ofKind[i] > most && players - ofKind[i] + most < needed)) {
        return false;
      }
    }
    return true;
  }
}
