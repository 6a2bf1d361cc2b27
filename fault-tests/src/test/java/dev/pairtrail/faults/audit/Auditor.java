package dev.pairtrail.faults.audit;

import static dev.pairtrail.faults.audit.Invariant.I4;
import static dev.pairtrail.faults.audit.Invariant.I7;
import static dev.pairtrail.faults.audit.Invariant.I8;
import static dev.pairtrail.faults.audit.Invariant.I9;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a run by its log, by what clients were told, and by what instances and the store say of
 * themselves. It collects every violation it finds.
 */
public final class Auditor {
  private static final List<String> COUNTS =
      List.of(
          "enqueued_tickets",
          "proposals",
          "backfills",
          "matches",
          "matched_tickets",
          "returned_tickets",
          "cancelled_tickets",
          "expired_tickets",
          "started_games",
          "cancelled_matches");

  private final Evidence evidence;
  private final Reference reference;
  private final List<Violation> violations;
  private final int excused;

  public Auditor(Evidence evidence) {
    this.evidence = evidence;
    reference = Reference.of(evidence.log());
    violations = new ArrayList<>(reference.violations());
    Promises promises = new Promises(evidence);
    violations.addAll(promises.violations());
    excused = promises.excused();
  }

  /** What was found so far. */
  public List<Violation> violations() {
    return violations;
  }

  /** How many acknowledged writes went with a reported loss. */
  public int excused() {
    return excused;
  }

  public void report(Violation violation) {
    violations.add(violation);
  }

  /** Judges an instance that says it has read the whole log. */
  public void live(LiveView view) {
    Position last = evidence.log().isEmpty() ? Position.START : evidence.log().getLast().position();
    compare(view, "position", view.position(), last);
    Set<TicketId> waiting =
        reference.waiting().map(ticket -> ticket.id).collect(Collectors.toSet());
    compare(view, "waiting tickets", new HashSet<>(view.waiting()), waiting);
    Set<RoomId> rooms = reference.openRooms().collect(Collectors.toSet());
    compare(view, "open rooms", view.openRooms(), rooms);
    for (String count : COUNTS) {
      compare(view, count, view.counts().get(count), reference.count(count));
    }
  }

  private void compare(LiveView view, String what, Object said, Object is) {
    if (!is.equals(said)) {
      report(Violation.of(I4, view.instance() + " says " + what + " " + said + ", not " + is));
    }
  }

  /** Judges a group that had time to drain. */
  public void drained(GroupStatus group) {
    if (group.pending() > 0 || group.lag().orElse(0) > 0) {
      report(Violation.of(I8, "the group has not drained: " + group));
    }
  }

  /**
   * Judges what a live reader got.
   *
   * @param after where it began
   */
  public void delivered(String reader, Position after, List<LogEntry> entries) {
    delivered(reader, after, entries.stream().map(LogEntry::position));
  }

  /** Judges the positions that a live reader got. */
  public void delivered(String reader, Position after, Stream<Position> positions) {
    List<Position> got = positions.toList();
    List<Position> wanted = new ArrayList<>();
    evidence.log().stream()
        .map(LogEntry::position)
        .filter(position -> position.isAfter(after))
        .forEach(wanted::add);
    Set<Position> lost =
        evidence.lost().stream().map(l -> l.entry().position()).collect(Collectors.toSet());
    List<Position> remaining = got.stream().filter(position -> !lost.contains(position)).toList();
    if (!remaining.equals(wanted)) {
      report(Violation.of(I7, reader + " got " + remaining + ", not " + wanted));
    }
    for (int i = 1; i < got.size(); i++) {
      if (!got.get(i).isAfter(got.get(i - 1))) {
        report(Violation.of(I7, reader + " got one entry twice or too late: " + got.get(i)));
      }
    }
  }

  /** Judges the feeds of a queue's log that had time to be derived to its end. */
  public void feeds(QueueName queue, Feeds feeds) {
    new FeedCheck(evidence, queue, feeds).violations().forEach(this::report);
  }

  /** Judges a queue of pairs that had time to match: nobody waits who could have been matched. */
  public void matched(Instant now) {
    RuleSet rules = reference.rules().current();
    if (rules.matchSize() != 2) {
      return;
    }
    List<Waiter> waiting = reference.waiting().toList();
    for (int i = 0; i < waiting.size(); i++) {
      for (int j = i + 1; j < waiting.size(); j++) {
        if (pair(waiting.get(i), waiting.get(j))
            && FairPlay.broken(
                    rules, List.of(List.of(waiting.get(i)), List.of(waiting.get(j))), now)
                .isEmpty()) {
          report(
              Violation.of(
                  I9, waiting.get(i).id + " and " + waiting.get(j).id + " are not matched"));
        }
      }
    }
  }

  private static boolean pair(Waiter one, Waiter other) {
    return one.players.size() == 1 && other.players.size() == 1;
  }
}
