package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import java.util.ArrayList;
import java.util.List;

/** Tells from a log what happened in a queue, step by step. Thread-safe. */
public final class Histories {
  /** Most entries that are read for one answer. */
  public static final long MOST_ENTRIES = 5_000_000;

  private final long mostEntries;

  /**
   * Histories.
   *
   * @param mostEntries are read for one answer, those for the state among them
   */
  public Histories(long mostEntries) {
    this.mostEntries = mostEntries;
  }

  /** More entries would have to be read than one answer is worth. */
  public static final class TooManyEntriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooManyEntriesException(long most) {
      super("more than %,d entries of the log would have to be read".formatted(most));
    }
  }

  /**
   * Reads the log once, from where the span begins.
   *
   * @throws TooManyEntriesException if that takes too much
   * @throws StoreUnavailableException if the store does not answer
   */
  public QueueHistory of(TimeTravel past, Span span) {
    return new QueueHistory(past.log().queue(), span, steps(past, span));
  }

  private List<HistoryStep> steps(TimeTravel past, Span span) {
    Progress limit = limit();
    QueueState state = past.at(new LogPoint.AtPosition(span.after()), limit);
    Steps steps = new Steps(span, state);
    try (LogReader reader = past.log().read(span.after(), span.last())) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        limit.handled(entries);
        entries.forEach(steps::add);
      }
    }
    return steps.all();
  }

  private Progress limit() {
    long[] read = {0};
    return entries -> {
      read[0] += entries.size();
      if (read[0] > mostEntries) {
        throw new TooManyEntriesException(mostEntries);
      }
    };
  }

  /** The steps so far. */
  private static final class Steps {
    private final Span span;
    private final QueueState state;
    private final List<HistoryStep> ended = new ArrayList<>();
    private StepTally current;

    Steps(Span span, QueueState state) {
      this.span = span;
      this.state = state;
      current = new StepTally(span.from());
    }

    void add(LogEntry entry) {
      endBefore(span.stepOf(entry.position()));
      current.count(entry, state);
      state.evolve(entry);
    }

    private void endBefore(long step) {
      while (ended.size() < step) {
        ended.add(current.ended(state.depth()));
        current = new StepTally(span.beginOf(ended.size()));
      }
    }

    List<HistoryStep> all() {
      endBefore(span.steps());
      return ended;
    }
  }
}
