package dev.pairtrail.portcontracts;

import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** New events, each with an id of its own. */
final class Samples {
  /** To the nanosecond, as other programs write it. */
  static final Instant TIME = Instant.parse("2026-01-05T10:00:00.123456789Z");

  /** Waits that no port takes. */
  static final List<Duration> REFUSED_WAITS =
      List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofMillis(2_001), Duration.ofDays(1));

  /** The time and version bits of a UUIDv7, then its variant. */
  private static final long UUID_HIGH = 0x019B_8DA0_1800_7000L;

  private static final long UUID_LOW = 0x8000_0000_0000_0000L;
  private static final AtomicLong IDS = new AtomicLong();

  private Samples() {}

  static EventId newId() {
    return new EventId(new UUID(UUID_HIGH, UUID_LOW | IDS.incrementAndGet()));
  }

  static NewEvent newEvent(Set<Tag> tags, Event event) {
    return new NewEvent(new Metadata(newId(), Origin.NONE), tags, event);
  }

  /** The event with the tags it names by itself. */
  static NewEvent newEvent(Event event) {
    return newEvent(EventTags.of(event), event);
  }

  static PlayerEnqueued enqueued(int number) {
    return new PlayerEnqueued(
        new TicketId("ticket-" + number), Player.of(new PlayerId("player-" + number)), TIME);
  }

  /** One player begins to wait; it touches their ticket and them. */
  static NewEvent ticket(int number) {
    return newEvent(enqueued(number));
  }

  /** The tickets from number 1 on. */
  static List<NewEvent> tickets(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Samples::ticket).toList();
  }

  /** Events of about so many bytes each, of letters of more than one. */
  static List<NewEvent> large(int count, int bytes) {
    String connection = "ü€𝄞".repeat(bytes / 9);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new ConnectionAssigned(new RoomId("room-" + i), connection + i, TIME))
        .map(Samples::newEvent)
        .toList();
  }

  static Tag tag(int number) {
    return Tag.ticket(new TicketId("ticket-" + number));
  }
}
