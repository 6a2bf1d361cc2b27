package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Decision.Accepted;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The decision on a rule set: it becomes a new version if it differs from the one in force. */
final class RulesDecision {
  private RulesDecision() {}

  static Decision activate(QueueState state, ActivateRules command, Instant now) {
    ActiveRules active = state.rules();
    if (active.version() > 0 && active.rules().equals(command.rules())) {
      return Accepted.nothing();
    }
    Set<Tag> queue = Set.of(Tag.queue(state.queue()));
    var event = new RuleSetActivated(active.version() + 1, command.rules(), now);
    return new Accepted(List.of(Touching.of(event, queue)), queue);
  }
}
