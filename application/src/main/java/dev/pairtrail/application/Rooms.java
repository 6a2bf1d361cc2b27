package dev.pairtrail.application;

import dev.pairtrail.application.engine.Answers;
import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Rejection;
import java.time.Duration;
import java.util.Optional;

/** What can be done with rooms. Thread-safe. */
public final class Rooms {
  private final Registry queues;
  private final Duration answerWithin;

  Rooms(Registry queues, Duration answerWithin) {
    this.queues = queues;
    this.answerWithin = answerWithin;
  }

  public Outcome<RoomView> find(RoomId id) {
    return queues
        .of(id)
        .<Outcome<RoomView>>map(queue -> new Outcome.Done<>(queue.ask(s -> view(s, id))))
        .orElseGet(() -> unknown(id));
  }

  /** Carries out a command to a room and shows the room in which it holds. */
  public Outcome<RoomView> execute(Command.ToRoom command, Origin origin) {
    RoomId id = command.room();
    Optional<QueueRuntime> queue = queues.of(id);
    return queue.isEmpty()
        ? unknown(id)
        : Answers.await(
            queue.get().submit(command, origin, state -> view(state, id)), answerWithin);
  }

  private static RoomView view(QueueState state, RoomId id) {
    return new RoomView(state.queue(), state.room(id).orElseThrow());
  }

  private static Outcome<RoomView> unknown(RoomId id) {
    return new Outcome.Rejected<>(new Rejection.UnknownRoom(id));
  }
}
