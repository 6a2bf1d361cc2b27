package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.event.RuleBasis;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A match that the rules allow.
 *
 * @param teams who plays with whom
 * @param members each ticket with what it was judged by, the seed first, then as they were added
 * @param rules what each rule measured, in the order of the rule set
 * @param quality from 0, just within the rules, to 1, ideal
 */
public record Proposal(
    List<Side> teams, List<Member> members, List<RuleBasis> rules, double quality) {

  /** One team. */
  public record Side(String name, List<Waiting> tickets) {}

  /** One ticket at its wait; the window is empty where no distance is measured. */
  public record Member(Waiting ticket, Duration waited, OptionalDouble window) {}
}
