package dev.pairtrail.domain.matching;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A match that the rules allow.
 *
 * @param teams who plays with whom
 * @param members each ticket with what it was judged by, the seed first, then as they were added
 * @param quality from 0, just within the rules, to 1, ideal
 */
public record Proposal(List<Side> teams, List<Member> members, double quality) {

  /** One team. */
  public record Side(String name, List<Waiting> tickets) {}

  /** One ticket at its wait; the window is empty where no distance is measured. */
  public record Member(Waiting ticket, Duration waited, OptionalDouble window) {}
}
