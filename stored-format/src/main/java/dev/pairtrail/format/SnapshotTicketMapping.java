package dev.pairtrail.format;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between tickets and their form in a snapshot. */
final class SnapshotTicketMapping {
  private static final String WAITING = "waiting";
  private static final String PROPOSED = "proposed";
  private static final String MATCHED = "matched";
  private static final String CANCELLED = "cancelled";
  private static final String EXPIRED = "expired";

  private SnapshotTicketMapping() {}

  static StoredSnapshot.Ticket stored(Ticket ticket) {
    return switch (ticket.state()) {
      case Ticket.Waiting() -> stored(ticket, WAITING, null, null);
      case Ticket.Proposed(var room, var at) -> stored(ticket, PROPOSED, room, at);
      case Ticket.Matched(var room, var at) -> stored(ticket, MATCHED, room, at);
      case Ticket.Cancelled(var at) -> stored(ticket, CANCELLED, null, at);
      case Ticket.Expired(var at) -> stored(ticket, EXPIRED, null, at);
    };
  }

  private static StoredSnapshot.Ticket stored(
      Ticket ticket, String status, @Nullable RoomId room, @Nullable Instant at) {
    return new StoredSnapshot.Ticket(
        ticket.id().value(),
        ticket.players().stream().map(EventMapping::stored).toList(),
        ticket.enqueuedAt(),
        ticket.position().toString(),
        ticket.request().map(Tag::text).orElse(null),
        status,
        room == null ? null : room.value(),
        at);
  }

  static Ticket domain(StoredSnapshot.Ticket stored) {
    return new Ticket(
        new TicketId(stored.id()),
        stored.players().stream()
            .map(p -> AttributeMapping.player(p.id(), p.attributes(), p.latencyMs()))
            .toList(),
        stored.enqueuedAt(),
        Position.parse(stored.position()),
        Optional.ofNullable(stored.request()).map(Tag::new),
        state(stored));
  }

  private static Ticket.State state(StoredSnapshot.Ticket stored) {
    return switch (stored.status()) {
      case WAITING -> new Ticket.Waiting();
      case PROPOSED -> new Ticket.Proposed(new RoomId(given(stored.room())), given(stored.at()));
      case MATCHED -> new Ticket.Matched(new RoomId(given(stored.room())), given(stored.at()));
      case CANCELLED -> new Ticket.Cancelled(given(stored.at()));
      case EXPIRED -> new Ticket.Expired(given(stored.at()));
      default -> throw new IllegalArgumentException("a ticket is not " + stored.status());
    };
  }

  private static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value, "a ticket that left the queue says when and to where");
  }
}
