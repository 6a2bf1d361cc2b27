package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule allows, which loosens in steps with the wait of a ticket and may end altogether. A
 * match keeps to the limit of each of its tickets, at that ticket's own wait.
 *
 * @param first what holds at first
 * @param expand looser limits for longer waits, by rising wait
 * @param optionalAfter from this wait on the ticket no longer insists on the rule; empty: it always
 *     does
 */
public record Limit<L>(L first, List<Step<L>> expand, Optional<Duration> optionalAfter) {
  public Limit {
    expand = List.copyOf(expand);
  }

  /** From this wait on this holds. */
  public record Step<L>(Duration after, L limit) {}

  /** A limit that stays as it is. */
  public static <L> Limit<L> fixed(L limit) {
    return new Limit<>(limit, List.of(), Optional.empty());
  }

  /** What holds after the longest wait, while the rule is insisted on. */
  public L loosest() {
    return expand.isEmpty() ? first : expand.getLast().limit();
  }

  /** The waits at which it changes. */
  public Stream<Duration> changes() {
    return Stream.concat(expand.stream().map(Step::after), optionalAfter.stream());
  }
}
