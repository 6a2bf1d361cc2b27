package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.Set;

/**
 * A log and the state folded from it. Confined to the actor, but for {@link #head} and {@link
 * #figures}.
 *
 * <p>Every entry that is new to the state is handed to a listener, in order, after it was folded,
 * but for those that a snapshot stands for.
 */
final class Folded {
  private final EventLog log;
  private final StartingPoint start;
  private final EntryListener listener;
  private final Losses losses;
  private final int page;
  private QueueState state;
  private int rebuilds;
  private boolean rebuilding;
  private volatile Head head = Head.START;
  private volatile Figures figures;

  Folded(EventLog log, StartingPoint start, EntryListener listener, Losses losses, int page) {
    this.log = log;
    this.start = start;
    this.losses = losses;
    this.listener = listener;
    this.page = page;
    state = start.first();
    figures = Figures.of(state);
  }

  QueueState state() {
    return state;
  }

  /** How often the log was folded from its first entry on. */
  int rebuilds() {
    return rebuilds;
  }

  /** How far the state is; for any thread. */
  Head head() {
    return head;
  }

  /** What is measured of the state; the last figures while the log is folded anew. */
  Figures figures() {
    return figures;
  }

  /** Folds entries that follow the head; those that do not are passed over. */
  void fold(List<LogEntry> entries) {
    fold(entries, Set.of());
  }

  /** Folds entries that were read elsewhere; if they may leave a gap to the head, reads the log. */
  void follow(List<LogEntry> entries) {
    List<LogEntry> next =
        entries.stream().filter(entry -> entry.position().isAfter(head.position())).toList();
    if (mayLeaveGap(next)) {
      catchUp();
    } else {
      fold(next);
    }
  }

  /** The first one that has a number tells, by its place, how many came before all of them. */
  private boolean mayLeaveGap(List<LogEntry> next) {
    for (int i = 0; i < next.size(); i++) {
      long revision = next.get(i).revision();
      if (revision > 0) {
        return revision > head.revision() + 1 + i;
      }
    }
    return !next.isEmpty();
  }

  /**
   * Folds entries and tells whether one of these events was among them, folded before or now. A
   * number that was given before tells that the log lost its end and went on without it: then the
   * log is folded anew.
   *
   * @param sought ids of events whose append went unanswered
   */
  boolean fold(List<LogEntry> entries, Set<EventId> sought) {
    boolean found = false;
    for (LogEntry entry : entries) {
      boolean isNew = entry.position().isAfter(state.head().position());
      if (isNew && entry.revision() > 0 && entry.revision() <= state.head().revision()) {
        return diverged(entry.position(), sought);
      }
      state.evolve(entry);
      head = state.head();
      if (isNew) {
        listener.folded(entry);
      }
      found |= isOneOf(entry, sought);
    }
    measure();
    return found;
  }

  /** Not in the middle of a rebuild, as counters that fall and rise again tell what never was. */
  private void measure() {
    if (!rebuilding) {
      figures = Figures.of(state);
    }
  }

  private static boolean isOneOf(LogEntry entry, Set<EventId> sought) {
    return !sought.isEmpty()
        && entry instanceof RecordedEvent recorded
        && recorded.metadata().filter(metadata -> sought.contains(metadata.id())).isPresent();
  }

  /** Reads the log to its end. Tells whether there was anything new. */
  boolean catchUp() {
    Head before = head;
    catchUp(Set.of());
    return !before.equals(head);
  }

  /** Reads the log to its end and tells whether one of these events was read. */
  boolean catchUp(Set<EventId> sought) {
    boolean found = false;
    List<LogEntry> entries;
    do {
      entries = log.read(state.head().position(), page);
      found |= fold(entries, sought);
    } while (entries.size() == page);
    return found;
  }

  /**
   * Reports that the log is not the one that was folded, and folds it anew.
   *
   * @param found where the log ends, or goes on without what was folded
   * @throws StoreUnavailableException if that happens while it is folded anew: to be tried again
   */
  boolean diverged(Position found, Set<EventId> sought) {
    losses.report(head, found);
    if (rebuilding) {
      throw new StoreUnavailableException(
          "the log changed at %s while it was folded anew from its beginning".formatted(found));
    }
    return rebuild(sought);
  }

  /**
   * Throws the state away and folds the log anew, from its newest snapshot on or from its first
   * entry. Tells whether one of these events was read; to look for some, all is read.
   */
  boolean rebuild(Set<EventId> sought) {
    rebuilds++;
    state = sought.isEmpty() ? start.furthest() : start.first();
    head = state.head();
    if (!head.equals(Head.START)) {
      listener.skipped();
    }
    rebuilding = true;
    boolean found;
    try {
      found = catchUp(sought);
    } finally {
      rebuilding = false;
    }
    measure();
    return found;
  }
}
