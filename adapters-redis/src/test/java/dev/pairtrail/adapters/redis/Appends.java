package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Events for the tests of faults, and logs as they stand afterwards. */
final class Appends {
  private Appends() {}

  static NewEvent enqueued(String player) {
    PlayerEnqueued event =
        new PlayerEnqueued(new TicketId(player), Player.of(new PlayerId(player)), Instant.EPOCH);
    Metadata metadata = new Metadata(new EventId(UUID.randomUUID()), Metadata.Origin.NONE);
    return new NewEvent(metadata, EventTags.of(event), event);
  }

  /** Appends a ticket that conflicts with nothing. */
  static AppendResult append(EventLog log, String player) {
    return log.append(List.of(enqueued(player)), new AppendCondition(Head.START, Set.of()));
  }

  /** Appends on the event's own tags, as the application does, so that it lands once. */
  static AppendResult once(EventLog log, NewEvent event) {
    return log.append(List.of(event), new AppendCondition(Head.START, event.tags()));
  }

  /** The whole log, as soon as it can be read: after a failover that may take a second. */
  static List<LogEntry> all(EventLog log) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(StoreUnavailableException.class)
        .until(() -> read(log), _ -> true);
  }

  private static List<LogEntry> read(EventLog log) {
    List<LogEntry> all = new ArrayList<>();
    Position after = Position.START;
    List<LogEntry> page;
    do {
      page = log.read(after, 500);
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().position();
    } while (page.size() == 500);
    return all;
  }

  static List<Position> positions(EventLog log) {
    return all(log).stream().map(LogEntry::position).toList();
  }
}
