package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.List;

/**
 * Any two tickets of a match are at most a window apart in one number. The window widens in steps
 * with the wait, and both tickets' windows must admit the other.
 *
 * @param attribute the number attribute that is compared
 * @param max the window at first, 0 or more
 * @param party what stands for a party of several players
 * @param expand wider windows for longer waits, by rising wait
 * @param missing what becomes of a ticket without the attribute
 */
public record DistanceRule(
    String name, String attribute, double max, Party party, List<Step> expand, Missing missing)
    implements Rule {

  public DistanceRule {
    expand = List.copyOf(expand);
  }

  /** From this wait on the window is this wide. */
  public record Step(Duration after, double max) {}

  /** How the numbers of a party become one. */
  public enum Party {
    AVG,
    MIN,
    MAX
  }

  /** What becomes of a ticket that lacks the attribute. */
  public enum Missing {
    /** The rule lets it pass. */
    ANY,
    /** It is not admitted to the queue. */
    REJECT
  }

  /** How far from its own value a ticket may look after this wait. */
  public double windowAt(Duration wait) {
    double window = max;
    for (Step step : expand) {
      if (wait.compareTo(step.after()) >= 0) {
        window = step.max();
      }
    }
    return window;
  }
}
