package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a match decision rests on: enough to make it again and to judge it.
 *
 * @param rulesVersion the rule set that was in force, 1 or more
 * @param decidedAfter the last entry of the log that the decision knew
 * @param quality from 0, just within the rules, to 1, ideal
 * @param tickets one for each ticket of the match, the seed first, then in the order they joined it
 * @param rules what each rule of the rule set measured
 */
public record MatchBasis(
    int rulesVersion,
    Position decidedAfter,
    double quality,
    List<TicketBasis> tickets,
    List<RuleBasis> rules) {
  public MatchBasis {
    tickets = List.copyOf(tickets);
    rules = List.copyOf(rules);
  }

  /**
   * One ticket at the moment of the match.
   *
   * @param waited since it was enqueued
   * @param window how far from its own value the distance rule let it look at that wait; empty
   *     where no rule measures a distance
   */
  public record TicketBasis(TicketId ticketId, Duration waited, OptionalDouble window) {}
}
