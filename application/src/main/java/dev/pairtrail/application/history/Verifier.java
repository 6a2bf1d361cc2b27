package dev.pairtrail.application.history;

import dev.pairtrail.application.history.SealedLines.Sealed;
import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.queue.Legality;
import dev.pairtrail.domain.queue.QueueState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies a log: its order, its seals, that each event could happen in the state before it, and
 * that each match is what the rules make of the state it was decided on. It ends with the first
 * fault. For one use.
 */
public final class Verifier {
  /** A writer that has missed more entries reads them first, so no decision is older than that. */
  private static final int MOST_MISSED = 2_000;

  private final RecordedLog log;
  private final SealedLines lines;
  private final QueueState state;
  private final OrderCheck order = new OrderCheck();
  private final SealCheck seals;
  private final Redecision redecision;
  private final Deque<Arrived> ahead = new ArrayDeque<>();
  private Optional<String> expected = Optional.empty();
  private long entries;
  private long foreign;
  private long unreadable;

  /** An entry that came with others, and their lines, which are there when it is its turn. */
  private record Arrived(LogEntry entry, CompletableFuture<List<Sealed>> lines, int index) {
    Sealed line() {
      return lines.join().get(index);
    }
  }

  /**
   * Verifies a log once.
   *
   * @param lines the form in which the log is sealed
   * @param eventsPerPass most events that one matching pass decided at once
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public Verifier(RecordedLog log, EntryLines lines, int eventsPerPass) {
    this.log = log;
    this.lines = new SealedLines(log.queue(), lines);
    state = new QueueState(log.queue(), QueueState.DEFAULT_REMEMBERED);
    seals = new SealCheck(log.queue(), lines);
    redecision = new Redecision(eventsPerPass);
  }

  /** Has the log be at fault if it has no seal of this digest, which was kept elsewhere. */
  public Verifier expecting(Optional<String> sha256) {
    expected = sha256;
    return this;
  }

  /** Reads the log up to a place, or to its first fault. */
  public VerifyReport verify(LogPoint to, Progress progress) {
    Optional<Fault> fault = Optional.empty();
    try (LogReader reader = log.read(state.head().position(), to)) {
      List<LogEntry> page = reader.next();
      while (fault.isEmpty() && !(page.isEmpty() && ahead.isEmpty())) {
        come(page);
        boolean more = !page.isEmpty();
        while (fault.isEmpty() && ahead.size() > (more ? MOST_MISSED : 0)) {
          fault = handle(ahead.removeFirst());
        }
        if (more) {
          progress.handled(page);
        }
        page = reader.next();
      }
    }
    return report(fault.or(this::missingSeal));
  }

  private Optional<Fault> missingSeal() {
    return expected.map(sha256 ->
        new Fault(state.head().position(), "the log has no seal with the digest " + sha256));
  }

  private void come(List<LogEntry> page) {
    CompletableFuture<List<Sealed>> written = lines.of(page);
    for (int i = 0; i < page.size(); i++) {
      redecision.comes(page.get(i), state.head().position());
      ahead.addLast(new Arrived(page.get(i), written, i));
    }
  }

  private Optional<Fault> handle(Arrived arrived) {
    LogEntry entry = arrived.entry();
    entries++;
    Optional<String> fault = checkPlace(entry).or(() -> checkEvent(entry, arrived.line()));
    if (fault.isPresent()) {
      return fault.map(text -> new Fault(entry.position(), text));
    }
    state.evolve(entry);
    return redecision.check(state);
  }

  private Optional<String> checkPlace(LogEntry entry) {
    Optional<String> misplaced = order.check(entry);
    if (entries == 1 && !order.isWhole()) {
      seals.beginLate();
      redecision.beginLate();
    }
    return misplaced;
  }

  private Optional<String> checkEvent(LogEntry entry, Sealed line) {
    return switch (entry) {
      case UnreadableEntry _ -> {
        unreadable++;
        yield seals.check(entry, line, Optional.empty());
      }
      case RecordedEvent recorded -> {
        if (recorded.metadata().isEmpty()) {
          foreign++;
        }
        Optional<LogSealed> seal =
            recorded.event() instanceof LogSealed sealed ? Optional.of(sealed) : Optional.empty();
        expected = expected.filter(sha256 -> seal.filter(s -> s.sha256().equals(sha256)).isEmpty());
        yield seals
            .check(entry, line, seal)
            .or(() ->
                foreign == 0 && order.isWhole()
                    ? Legality.fault(state, recorded.event())
                    : Optional.empty());
      }
    };
  }

  private VerifyReport report(Optional<Fault> fault) {
    return new VerifyReport(
        state.head(),
        entries,
        redecision.decisions(),
        redecision.undecided(),
        foreign,
        unreadable,
        seals.seals(),
        state.seal(),
        seals.unsealed(),
        notes(),
        fault);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!order.isWhole()) {
      notes.add(
          "the beginning of the log is gone: its first seal is taken as it is, matches are not"
              + " decided again, and what events say of earlier tickets is not held against them");
    }
    if (foreign > 0) {
      notes.add(
          "%d entries are of another program: from the first on it is not checked whether an event"
                  .formatted(foreign)
              + " could happen, and their matches tell no reasons");
    }
    if (seals.seals() == 0) {
      notes.add(
          "the log has no seal that could be checked: a change that keeps the rules is unseen");
    }
    return notes;
  }
}
