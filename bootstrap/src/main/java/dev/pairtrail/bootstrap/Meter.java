package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.io.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/**
 * Shows on a terminal how far a log was read, how fast, and how long the rest will take, judged by
 * the time that the log spans. Where there is no terminal it shows nothing. Close it before results
 * are printed.
 */
final class Meter implements Progress, AutoCloseable {
  private static final int REFRESH_MILLIS = 200;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final String task;
  private final long end;
  private final Optional<ProgressBar> bar;
  private volatile long first;
  private volatile long last;
  private final AtomicLong entries = new AtomicLong();

  private Meter(String task, long end, boolean shown) {
    this.task = task;
    this.end = end;
    bar = shown ? Optional.of(begin()) : Optional.empty();
  }

  /**
   * Measures how far the log is read.
   *
   * @param task what is done, for people
   */
  static Meter of(String task, RecordedLog log) {
    boolean shown = isTerminal();
    return new Meter(task, shown ? log.end().map(Position::millis).orElse(0L) : 0, shown);
  }

  /** Measures how far entries come that nobody wrote, up to a moment. */
  static Meter during(String task, Instant end) {
    return new Meter(task, end.toEpochMilli(), isTerminal());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private ProgressBar begin() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(1)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setRenderer((state, _) -> line(state))
        .clearDisplayOnFinish()
        .continuousUpdate()
        .build();
  }

  @Override
  public void handled(List<LogEntry> handled) {
    if (entries.get() == 0) {
      first = handled.getFirst().position().millis();
    }
    last = handled.getLast().position().millis();
    entries.addAndGet(handled.size());
  }

  private String line(ProgressState state) {
    Duration elapsed = state.getElapsedAfterStart();
    double seconds = elapsed.toMillis() / MILLIS_PER_SECOND;
    double share = end > first ? Math.min(1, (last - first) / (double) (end - first)) : 0;
    String left = share > 0 ? time(seconds / share - seconds) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%s  %,d entries  %,d/s  %d %%  %s",
        task,
        entries.get(),
        seconds > 0 ? Math.round(entries.get() / seconds) : 0,
        Math.round(share * 100),
        left);
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
