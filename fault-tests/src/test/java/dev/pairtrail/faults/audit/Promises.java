package dev.pairtrail.faults.audit;

import static dev.pairtrail.faults.audit.Invariant.I2;
import static dev.pairtrail.faults.audit.Invariant.I3;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketEnqueued;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what clients were told against the log. */
final class Promises {
  private final Evidence evidence;
  private final Effects log;
  private final Map<Integer, Effects> lost = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private int excused;

  Promises(Evidence evidence) {
    this.evidence = evidence;
    log = Effects.of(evidence.log());
    for (Evidence.Lost loss : evidence.lost()) {
      lost.computeIfAbsent(loss.loss(), this::lostIn);
    }
  }

  private Effects lostIn(int loss) {
    List<LogEntry> entries =
        evidence.lost().stream().filter(l -> l.loss() == loss).map(Evidence.Lost::entry).toList();
    return Effects.of(entries);
  }

  /** How many acknowledged writes are lost with a loss that was reported. */
  int excused() {
    return excused;
  }

  List<Violation> violations() {
    Map<Request, List<Told>> byRequest = new LinkedHashMap<>();
    evidence
        .told()
        .forEach(
            told -> byRequest.computeIfAbsent(told.request(), _ -> new ArrayList<>()).add(told));
    byRequest.values().forEach(this::judge);
    unasked(byRequest.keySet());
    return violations;
  }

  private void judge(List<Told> tries) {
    tries.stream().filter(Told::isOk).forEach(this::acknowledged);
    if (tries.getFirst().request() instanceof Request.Enqueue enqueue) {
      enqueued(enqueue, tries);
    } else {
      counted(tries);
    }
  }

  private void acknowledged(Told told) {
    List<RecordedEvent> found = new ArrayList<>(log.of(told));
    found.addAll(log.of(new Effects.Ended(told.request())));
    boolean kept =
        found.stream()
            .filter(entry -> isFor(told, entry))
            .anyMatch(entry -> !entry.position().isAfter(told.when().last()));
    if (!kept && isLost(told)) {
      excused++;
    } else if (!kept) {
      violations.add(
          new Violation(I2, "acknowledged and not in the log then: " + told, List.copyOf(found)));
    }
  }

  private static boolean isFor(Told told, RecordedEvent entry) {
    return !(entry.event() instanceof TicketEnqueued event)
        || (told.ticket().filter(event.ticketId()::equals).isPresent()
            && told.request() instanceof Request.Enqueue enqueue
            && event.players().stream().map(Player::id).toList().equals(enqueue.players()));
  }

  /** Only by a loss that came after it was told. */
  private boolean isLost(Told told) {
    return lost.entrySet().stream()
        .filter(loss -> loss.getKey() > told.when().losses())
        .anyMatch(loss ->
            !loss.getValue().of(told).isEmpty()
                || !loss.getValue().of(new Effects.Ended(told.request())).isEmpty());
  }

  private void enqueued(Request.Enqueue enqueue, List<Told> tries) {
    List<RecordedEvent> all = enqueue.key().map(key -> log.of(Tag.request(key))).orElse(List.of());
    if (all.size() > 1) {
      violations.add(new Violation(I2, "one request, several tickets: " + tries, List.copyOf(all)));
    }
    boolean failed = tries.stream().allMatch(Told::isFailed);
    if (failed && !all.isEmpty()) {
      violations.add(new Violation(I3, "failed and in the log: " + tries, List.copyOf(all)));
    }
    for (Told told : tries) {
      List<RecordedEvent> made =
          told.ticket().map(ticket -> log.of((Object) ticket)).orElse(List.of());
      if (told.isFailed() && !made.isEmpty()) {
        violations.add(new Violation(I3, "failed and in the log: " + told, List.copyOf(made)));
      }
    }
  }

  /** Each try that did not fail may have come about once. */
  private void counted(List<Told> tries) {
    Request request = tries.getFirst().request();
    if (request instanceof Request.Start || request instanceof Request.CancelRoom) {
      return; // Time does these too, and the reference sees them doubled.
    }
    long may = tries.stream().filter(told -> !told.isFailed()).count();
    List<RecordedEvent> found = log.of((Object) request);
    if (found.size() > may) {
      violations.add(
          new Violation(I3, "came about more often than told: " + tries, List.copyOf(found)));
    }
  }

  /** Nobody waits who did not ask to. */
  private void unasked(Set<Request> requests) {
    Set<Tag> keys = new HashSet<>();
    Set<TicketId> tickets = new HashSet<>();
    for (Request request : requests) {
      if (request instanceof Request.Enqueue enqueue) {
        enqueue.key().map(Tag::request).ifPresent(keys::add);
      }
    }
    evidence.told().forEach(told -> told.ticket().ifPresent(tickets::add));
    evidence
        .events()
        .filter(
            entry -> entry.event() instanceof TicketEnqueued e && !tickets.contains(e.ticketId()))
        .filter(entry -> entry.tags().stream().noneMatch(keys::contains))
        .forEach(entry -> violations.add(Violation.of(I3, "nobody asked for it", entry)));
  }
}
