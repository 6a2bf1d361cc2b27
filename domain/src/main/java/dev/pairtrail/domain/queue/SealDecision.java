package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.queue.Command.SealLog;
import dev.pairtrail.domain.queue.Decision.Accepted;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The decision to seal, which is void where another seal came first. */
final class SealDecision {
  private SealDecision() {}

  static Decision seal(QueueState state, SealLog command, Instant now) {
    Position sealed = state.seal().map(Seal::through).orElse(Position.START);
    if (!sealed.equals(command.after())) {
      return Accepted.nothing();
    }
    Set<Tag> seals = Set.of(Tag.seal(state.queue()));
    var event = new LogSealed(command.through(), command.entries(), command.sha256(), now);
    return new Accepted(List.of(Touching.of(event, seals)), seals);
  }
}
