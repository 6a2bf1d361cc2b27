package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.LogReader;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.SealChain;
import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Seal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the log every so many entries, and after some time if there is anything new. Where several
 * instances do the same, the first one's seal counts. For one thread.
 */
final class Sealer {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private final RecordedLog log;
  private final EntryLines lines;
  private final Supplier<State> state;
  private final Function<Command, Outcome<QueueState>> submit;
  private final Settings.Seals limits;
  private final InstantSource clock;
  private final Instant began;

  /** How far the log is folded and sealed. */
  record State(Head head, Optional<Seal> seal) {
    static State of(QueueState state) {
      return new State(state.head(), state.seal());
    }

    private Head sealedAt() {
      return seal.map(Seal::at).orElse(Head.START);
    }

    private Position through() {
      return seal.map(Seal::through).orElse(Position.START);
    }
  }

  Sealer(
      RecordedLog log,
      EntryLines lines,
      Supplier<State> state,
      Function<Command, Outcome<QueueState>> submit,
      Settings.Seals limits,
      InstantSource clock) {
    this.log = log;
    this.lines = lines;
    this.state = state;
    this.submit = submit;
    this.limits = limits;
    this.clock = clock;
    began = clock.instant();
  }

  /** Seals if it is time to. */
  void turn() {
    State now = state.get();
    if (isDue(now)) {
      seal(now);
    }
  }

  private boolean isDue(State now) {
    Head sealed = now.sealedAt();
    Instant since = now.seal().isPresent() ? sealed.position().time() : began;
    return now.head().position().isAfter(sealed.position())
        && (now.head().revision() - sealed.revision() >= limits.every()
            || !clock.instant().isBefore(since.plus(limits.within())));
  }

  private void seal(State now) {
    SealChain chain = new SealChain(log.queue(), lines);
    now.seal().ifPresent(seal -> chain.resume(seal.sha256()));
    long sealed = 0;
    LogPoint end = new LogPoint.AtPosition(now.head().position());
    try (LogReader reader = log.read(now.through(), end)) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        entries.forEach(chain::add);
        sealed += entries.size();
      }
    }
    Command.SealLog command =
        new Command.SealLog(now.through(), now.head().position(), sealed, chain.hex());
    if (!(submit.apply(command) instanceof Outcome.Done)) {
      LOG.warn("queue {}: not sealed at {}", log.queue().value(), now.head().position());
    }
  }
}
