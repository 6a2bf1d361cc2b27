package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Command.CancelTicket;
import dev.pairtrail.domain.queue.Command.DiscardDeadLetter;
import dev.pairtrail.domain.queue.Command.Enqueue;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Command.SealLog;
import dev.pairtrail.domain.queue.Command.ToRoom;
import java.time.Instant;

/** Decides commands. Pure: it reads the state, the command and the moment, and nothing else. */
public final class Decider {
  private Decider() {}

  /** What is to be appended if the command is carried out at this moment, or why it is not. */
  public static Decision decide(QueueState state, Command command, Instant now) {
    return switch (command) {
      case Enqueue enqueue -> TicketDecisions.enqueue(state, enqueue, now);
      case CancelTicket cancel -> TicketDecisions.cancel(state, cancel, now);
      case ToRoom toRoom -> RoomDecisions.decide(state, toRoom, now);
      case ActivateRules activate -> RulesDecision.activate(state, activate, now);
      case DiscardDeadLetter discard -> DeadLetterDecision.discard(state, discard, now);
      case SealLog seal -> SealDecision.seal(state, seal, now);
      case RunPass pass -> PassDecision.run(state, pass, now);
    };
  }
}
