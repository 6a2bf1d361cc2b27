package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.queue.Command.DiscardDeadLetter;
import dev.pairtrail.domain.queue.Decision.Accepted;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The decision to give up an entry, which is told once. */
final class DeadLetterDecision {
  private DeadLetterDecision() {}

  static Decision discard(QueueState state, DiscardDeadLetter command, Instant now) {
    if (state.isDiscarded(command.entry(), command.group())) {
      return Accepted.nothing();
    }
    Set<Tag> queue = Set.of(Tag.queue(state.queue()));
    var event =
        new DeadLetterDiscarded(
            command.entry(), command.group(), command.reason(), command.by(), now);
    return new Accepted(List.of(Touching.of(event, queue)), queue);
  }
}
