package dev.pairtrail.application;

import dev.pairtrail.application.engine.Answers;
import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.queue.Backfill;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Rejection;
import dev.pairtrail.domain.rules.RatingSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with rooms and with the games in them. Thread-safe. */
public final class Rooms {
  private final Registry queues;
  private final Ids ids;
  private final RatingSystem ratings;
  private final Duration answerWithin;

  Rooms(Registry queues, Environment environment) {
    this.queues = queues;
    ids = environment.ids();
    ratings = environment.ratings();
    answerWithin = environment.settings().answerWithin();
  }

  public Outcome<RoomView> find(RoomId id) {
    return queues
        .of(id)
        .<Outcome<RoomView>>map(queue -> new Outcome.Done<>(queue.ask(s -> view(s, id))))
        .orElseGet(() -> unknown(id));
  }

  /** Carries out a command to a room and shows the room in which it holds. */
  public Outcome<RoomView> execute(Command.ToRoom command, Origin origin) {
    return execute(command, origin, state -> view(state, command.room()));
  }

  /** Records how the game of a room ended, with what that makes of its players' ratings. */
  public Outcome<RoomView> recordResult(RoomId room, List<Place> places, Origin origin) {
    return execute(new Command.RecordResult(room, places, ratings), origin);
  }

  /**
   * Asks for players for a running game, and answers the open backfill of its room: the new one, or
   * the one that asked for the same before.
   *
   * @param openings the teams that need players; none for as many as have left
   */
  public Outcome<BackfillView> requestBackfill(RoomId room, List<Opening> openings, Origin origin) {
    BackfillId id = ids.newBackfill();
    return execute(
        new Command.RequestBackfill(room, id, openings),
        origin,
        state -> view(state, state.backfill(room, id).or(() -> state.openBackfill(room))));
  }

  /** Ends a backfill; one that has ended already stays as it is. */
  public Outcome<BackfillView> cancelBackfill(RoomId room, BackfillId id, Origin origin) {
    return execute(
        new Command.CancelBackfill(room, id),
        origin,
        state -> view(state, state.backfill(room, id)));
  }

  public Outcome<BackfillView> findBackfill(RoomId room, BackfillId id) {
    return queues.of(room).map(queue -> find(queue, room, id)).orElseGet(() -> unknown(room));
  }

  private static Outcome<BackfillView> find(QueueRuntime queue, RoomId room, BackfillId id) {
    return queue
        .find(state -> state.backfill(room, id))
        .<Outcome<BackfillView>>map(b -> new Outcome.Done<>(new BackfillView(queue.name(), b)))
        .orElseGet(() -> new Outcome.Rejected<>(new Rejection.UnknownBackfill(id)));
  }

  private <T> Outcome<T> execute(
      Command.ToRoom command, Origin origin, Function<QueueState, T> view) {
    Optional<QueueRuntime> queue = queues.of(command.room());
    return queue.isEmpty()
        ? unknown(command.room())
        : Answers.await(queue.get().submit(command, origin, view), answerWithin);
  }

  private static RoomView view(QueueState state, RoomId id) {
    return new RoomView(state.queue(), state.room(id).orElseThrow());
  }

  private static BackfillView view(QueueState state, Optional<Backfill> backfill) {
    return new BackfillView(state.queue(), backfill.orElseThrow());
  }

  private static <T> Outcome<T> unknown(RoomId id) {
    return new Outcome.Rejected<>(new Rejection.UnknownRoom(id));
  }
}
