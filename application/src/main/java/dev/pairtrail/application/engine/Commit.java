package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Appends the events of one round and finds out what became of them. An append whose reply was lost
 * is repeated with the same event ids; if one of them turns up in the log, the first try had
 * landed.
 */
final class Commit {
  private final EventLog log;
  private final Folded folded;
  private final Settings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final CommitCounts counts = new CommitCounts();

  Commit(EventLog log, Folded folded, Settings settings, InstantSource clock, Pause pause) {
    this.log = log;
    this.folded = folded;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
  }

  CommitCounts counts() {
    return counts;
  }

  /** What became of the events. The state is folded up to what is known of the log. */
  sealed interface Result {
    /** They are in the log and in the state. */
    record Landed() implements Result {}

    /** They are void, because the state has moved on: decide again. */
    record Superseded() implements Result {}

    /** They are not in the log, or nobody could tell in time. */
    record Failed(String reason) implements Result {}
  }

  /** Appends; no events are in the log at once. */
  Result append(List<NewEvent> events, Set<Tag> reliesOn) {
    if (events.isEmpty()) {
      return new Result.Landed();
    }
    Instant giveUp = clock.instant().plus(settings.commits().retryFor());
    Doubt doubt = new Doubt();
    try {
      Optional<Result> result = tryOnce(events, reliesOn, doubt);
      while (result.isEmpty()) {
        if (!clock.instant().isBefore(giveUp) || !pause.forA(settings.commits().retryPause())) {
          return new Result.Failed(doubt.reason);
        }
        result = tryOnce(events, reliesOn, doubt);
      }
      return result.get();
    } catch (StoreUnavailableException e) {
      return new Result.Failed(e.reason()); // Not tried again: a part that was read may hold them.
    }
  }

  /**
   * Has the state know the log to its end, and the log be the one that it knows: an append of
   * nothing tells, where a read would not, that the log lost its end.
   *
   * @return whether there was anything new
   * @throws StoreUnavailableException if the store does not answer, or takes no appends
   */
  boolean catchUp() {
    Head before = folded.head();
    int rebuilds = folded.rebuilds();
    int left = settings.commits().attempts();
    while (!isCaughtUp()) {
      left--;
      if (left <= 0) {
        throw new StoreUnavailableException("the log grows faster than it can be read");
      }
    }
    return rebuilds != folded.rebuilds() || !before.equals(folded.head());
  }

  /** Asks once; false if the log was so far ahead that it was read first. */
  private boolean isCaughtUp() {
    AppendResult result = log.append(List.of(), new AppendCondition(folded.head(), Set.of()));
    switch (result) {
      case Appended(_, _, var missed) -> folded.fold(missed);
      case AppendResult.Conflict(var missed) -> folded.fold(missed);
      case AppendResult.TooFarBehind() -> folded.catchUp();
      case AppendResult.Diverged(var last) -> folded.diverged(last, Set.of());
      case AppendResult.Unknown(var cause) ->
          throw new StoreUnavailableException("the store did not answer", cause);
      case AppendResult.Refused(var reason) -> throw new StoreUnavailableException(reason);
    }
    return !(result instanceof AppendResult.TooFarBehind);
  }

  /** Whether a try went unanswered, and the last reason to try again. */
  private static final class Doubt {
    private boolean unanswered;
    private String reason = "";
  }

  private Optional<Result> tryOnce(List<NewEvent> events, Set<Tag> reliesOn, Doubt doubt) {
    AppendResult result = log.append(events, new AppendCondition(folded.head(), reliesOn));
    counts.count(result, events.size());
    return switch (result) {
      case Appended appended -> {
        folded.fold(appended.missed());
        folded.fold(recorded(events, appended));
        yield Optional.of(new Result.Landed());
      }
      case AppendResult.Conflict(var missed) -> landedIf(folded.fold(missed, ids(events)));
      case AppendResult.TooFarBehind() -> landedIf(folded.catchUp(ids(events)));
      case AppendResult.Diverged(var last) -> landedIf(folded.diverged(last, ids(events)));
      case AppendResult.Unknown(var cause) -> {
        doubt.unanswered = true;
        doubt.reason = "the store did not answer: " + cause.getMessage();
        yield Optional.empty();
      }
      case AppendResult.Refused(var reason) -> {
        doubt.reason = reason;
        yield doubt.unanswered ? Optional.empty() : Optional.of(new Result.Failed(reason));
      }
    };
  }

  private static Set<EventId> ids(List<NewEvent> events) {
    return events.stream().map(e -> e.metadata().id()).collect(Collectors.toSet());
  }

  private static Optional<Result> landedIf(boolean found) {
    return Optional.of(found ? new Result.Landed() : new Result.Superseded());
  }

  private static List<LogEntry> recorded(List<NewEvent> events, Appended appended) {
    List<LogEntry> recorded = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      recorded.add(events.get(i).at(appended.positions().get(i), appended.firstRevision() + i));
    }
    return recorded;
  }
}
