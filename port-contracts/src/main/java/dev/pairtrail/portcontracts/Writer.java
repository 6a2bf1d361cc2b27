package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.List;
import java.util.Set;

/** Writes to a log and knows how far it has read, as an instance of the service does. */
final class Writer {
  private final EventLog log;
  private Head head = Head.START;

  Writer(EventLog log) {
    this.log = log;
  }

  /** Appends with nothing to conflict with; the positions. */
  List<Position> write(NewEvent... events) {
    return write(List.of(events));
  }

  List<Position> write(List<NewEvent> events) {
    Appended appended = appended(append(events, Set.of()));
    assertThat(appended.positions()).hasSameSizeAs(events);
    appended.missed().forEach(this::fold);
    if (!events.isEmpty()) {
      long revision = appended.firstRevision() + events.size() - 1;
      head = new Head(appended.positions().getLast(), revision);
    }
    return appended.positions();
  }

  /** Writes as many tickets as asked for, in batches as large as can be. */
  void writeTickets(int count) {
    List<NewEvent> tickets = Samples.tickets(count);
    for (int from = 0; from < count; from += EventLog.MAX_BATCH) {
      write(tickets.subList(from, Math.min(count, from + EventLog.MAX_BATCH)));
    }
  }

  /** Tries to append unless what came after the head touches a tag; the head stays. */
  AppendResult append(List<NewEvent> events, Set<Tag> tags) {
    return log.append(events, condition(tags));
  }

  /** Tries to append an event on the tags that it carries itself; the head stays. */
  AppendResult appendOnItsTags(NewEvent event) {
    return append(List.of(event), event.tags());
  }

  AppendCondition condition(Set<Tag> tags) {
    return new AppendCondition(head, tags);
  }

  Head head() {
    return head;
  }

  /** Reads the log to its end. */
  void catchUp() {
    List<LogEntry> page;
    do {
      page = log.read(head.position(), 100);
      page.forEach(this::fold);
    } while (page.size() == 100);
  }

  private void fold(LogEntry entry) {
    long revision = entry.revision() > 0 ? entry.revision() : head.revision() + 1;
    head = new Head(entry.position(), revision);
  }

  static Appended appended(AppendResult result) {
    assertThat(result).isInstanceOf(Appended.class);
    return (Appended) result;
  }

  static List<LogEntry> missedInConflict(AppendResult result) {
    assertThat(result).isInstanceOf(AppendResult.Conflict.class);
    return ((AppendResult.Conflict) result).missed();
  }
}
