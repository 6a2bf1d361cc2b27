package dev.pairtrail.domain.matching;

import java.util.List;

/** What a ticket brings to a team, looked up once for a search that puts it here and there. */
final class Share {
  private final Waiting ticket;
  private final int size;
  private final double sum;
  private final int count;
  private final int[] heads;

  private Share(Waiting ticket, double sum, int count, int[] heads) {
    this.ticket = ticket;
    size = ticket.size();
    this.sum = sum;
    this.count = count;
    this.heads = heads;
  }

  static Share of(Waiting ticket, TeamRules rules) {
    List<HeadCount> counts = rules.counts();
    int[] heads = new int[counts.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = counts.get(i).of(ticket);
    }
    if (!rules.balances().isEmpty()) {
      Balance.Sum numbers = rules.balances().getFirst().of(ticket);
      return new Share(ticket, numbers.sum(), numbers.count(), heads);
    }
    return ticket.hasValue()
        ? new Share(ticket, ticket.value() * ticket.size(), ticket.size(), heads)
        : new Share(ticket, 0, 0, heads);
  }

  Waiting ticket() {
    return ticket;
  }

  int size() {
    return size;
  }

  /** Of the numbers that are to be even. */
  double sum() {
    return sum;
  }

  /** How many of its players have such a number. */
  int count() {
    return count;
  }

  /** How many of its players are of the kind that this rule counts. */
  int heads(int rule) {
    return heads[rule];
  }

  /** The average number; 0 where none of its players has one. */
  double strength() {
    return count == 0 ? 0 : sum / count;
  }
}
