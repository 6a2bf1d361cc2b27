package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule on the tickets of a match, whatever their teams, ready to be asked. What holds for some
 * tickets holds for any of them: so a group can grow one by one.
 */
interface Criterion {
  Rule rule();

  /** What it compares of a ticket, in its own form; null if there is nothing. */
  @Nullable Object facet(TicketTerms terms, List<Player> players);

  /**
   * Whether a ticket may join others that may be together. With none there: whether it may be in
   * any match now.
   */
  boolean admits(List<Waiting> others, Waiting candidate, Moment moment);

  /** What keeps two tickets apart; asked only where {@link #admits} does not let them meet. */
  Refusal refusal(Waiting one, Waiting other, Moment moment);

  /** What it measures in a match, and the limit that held there. */
  RuleBasis measure(List<Waiting> match, Moment moment);

  /** How far a match is from the limit: 1 ideal, 0 at the limit; NaN if that says nothing. */
  double quality(List<Waiting> match, Moment moment);
}
