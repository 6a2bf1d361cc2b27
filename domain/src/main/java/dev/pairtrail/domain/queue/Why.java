package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.matching.Bystanders;
import dev.pairtrail.domain.matching.Judge;
import dev.pairtrail.domain.matching.Prospects;
import dev.pairtrail.domain.matching.Waiting;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.PassedOver;
import java.time.Instant;
import java.util.List;

/**
 * Why tickets meet or do not meet at a moment, judged by a state and its rules. Changes nothing,
 * and is valid until the next entry is folded.
 */
public final class Why {
  private final QueueState state;
  private final Instant now;
  private final Judge judge;

  Why(QueueState state, Instant now) {
    this.state = state;
    this.now = now;
    judge = new Judge(state.pools(), now);
  }

  /** Whether two tickets may meet, from when on, and which rule says no. */
  public Meeting meeting(Ticket one, Ticket other) {
    return judge.meeting(seen(one), seen(other));
  }

  /**
   * What a waiting ticket can expect of those who wait.
   *
   * @param nearest most of them that are told of one by one
   */
  public Outlook outlook(Ticket ticket, int nearest) {
    return new Prospects(state.pools(), judge, seen(ticket), now).outlook(nearest);
  }

  /**
   * Who was near when a match was decided on this state at this moment, and is not in it.
   *
   * @param match its tickets, the seed first
   */
  public List<PassedOver> passedOver(List<Ticket> match, int limit) {
    List<Waiting> members = match.stream().map(this::seen).toList();
    return new Bystanders(state.pools(), judge, members, now).nearest(limit);
  }

  private Waiting seen(Ticket ticket) {
    return judge.ticket(ticket.id(), ticket.enqueuedAt(), ticket.players());
  }
}
