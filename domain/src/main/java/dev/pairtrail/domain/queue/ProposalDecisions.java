package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.queue.Command.AnswerProposal;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.Decision.Rejected;
import dev.pairtrail.domain.queue.Room.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions on whether the players of a proposed match accept it. */
final class ProposalDecisions {
  private ProposalDecisions() {}

  static Decision answer(QueueState state, Room room, AnswerProposal command, Instant now) {
    return command.accepted()
        ? accept(state, room, command.player(), now)
        : decline(state, room, command.player(), now);
  }

  private static Decision accept(QueueState state, Room room, PlayerId player, Instant now) {
    return switch (room.status()) {
      case OPEN, STARTED -> Accepted.nothing();
      case CANCELLED -> notOpen(room);
      case PROPOSED -> {
        if (room.has(player, Presence.ACCEPTED)) {
          yield Accepted.nothing();
        }
        List<Decided> events = new ArrayList<>();
        events.add(Touching.of(new PlayerAccepted(player, room.id(), now), List.of()));
        if (room.with(player, Presence.ACCEPTED).isAll(Presence.ACCEPTED)) {
          events.add(matched(state, room, now));
        }
        yield accepted(room, events);
      }
    };
  }

  private static Decided matched(QueueState state, Room room, Instant now) {
    return Touching.of(
        new PlayersMatched(
            room.id(),
            room.teams(),
            room.proposal(),
            Optional.of(now.plus(state.rules().rules().joinTimeout())),
            now),
        List.of());
  }

  /** Who declines leaves the queue; all others wait on, whether they had answered or not. */
  private static Decision decline(QueueState state, Room room, PlayerId player, Instant now) {
    return switch (room.status()) {
      case OPEN, STARTED -> notOpen(room);
      case CANCELLED -> room.has(player, Presence.DECLINED) ? Accepted.nothing() : notOpen(room);
      case PROPOSED -> {
        Room declined = room.with(player, Presence.DECLINED);
        yield accepted(
            room,
            List.of(
                Touching.of(new PlayerDeclined(player, room.id(), now), List.of()),
                RoomDecisions.cancelled(
                    state,
                    declined,
                    player.value() + " declined",
                    now,
                    Presence.ACCEPTED,
                    Presence.AWAITED)));
      }
    };
  }

  private static Decision accepted(Room room, List<Decided> events) {
    return new Accepted(events, Set.of(Tag.room(room.id())));
  }

  private static Decision notOpen(Room room) {
    return new Rejected(new Rejection.RoomNotOpen(room.id(), room.status()));
  }
}
