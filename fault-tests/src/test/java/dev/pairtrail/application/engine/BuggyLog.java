package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Logs with known bugs: what they append, or what they show. */
abstract class BuggyLog implements EventLog {
  private final EventLog log;

  BuggyLog(EventLog log) {
    this.log = log;
  }

  /** What is shown of some entries. */
  List<LogEntry> shown(List<LogEntry> entries) {
    return entries;
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    return switch (log.append(events, condition)) {
      case AppendResult.Appended(var positions, var first, var missed) ->
          new AppendResult.Appended(positions, first, shown(missed));
      case AppendResult.Conflict(var missed) -> new AppendResult.Conflict(shown(missed));
      case AppendResult.TooFarBehind result -> result;
      case AppendResult.Diverged result -> result;
      case AppendResult.Unknown result -> result;
      case AppendResult.Refused result -> result;
    };
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    return shown(log.read(after, limit));
  }

  @Override
  public TrimResult trim(Position upTo) {
    return log.trim(upTo);
  }

  @Override
  public RestoreResult restore(Position after, List<LogEntry> entries) {
    return log.restore(after, entries);
  }

  @Override
  public Tail tail() {
    Tail tail = log.tail();
    return new Tail() {
      @Override
      public List<LogEntry> await(Position after, int limit, Duration wait) {
        return shown(tail.await(after, limit, wait));
      }

      @Override
      public void close() {
        tail.close();
      }
    };
  }

  /** Appends whatever happened since. */
  static final class WithoutCondition extends BuggyLog {
    WithoutCondition(EventLog log) {
      super(log);
    }

    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      return super.append(events, new AppendCondition(condition.after(), Set.of()));
    }
  }

  /** Appends under new event ids each time, so that a first try is not known again. */
  static final class WithNewIds extends BuggyLog {
    private long last;

    WithNewIds(EventLog log) {
      super(log);
    }

    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      return super.append(events.stream().map(this::renamed).toList(), condition);
    }

    private NewEvent renamed(NewEvent event) {
      EventId id = new EventId(new UUID(System.identityHashCode(this), ++last));
      return new NewEvent(new Metadata(id, event.metadata().origin()), event.tags(), event.event());
    }
  }

  /** Appends cancelled matches without the first of the tickets that return. */
  static final class Forgetful extends BuggyLog {
    Forgetful(EventLog log) {
      super(log);
    }

    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      return super.append(events.stream().map(Forgetful::shortened).toList(), condition);
    }

    private static NewEvent shortened(NewEvent event) {
      return event.event()
                  instanceof MatchCancelled(var room, var reason, var returned, var removed, var at)
              && !returned.isEmpty()
          ? new NewEvent(
              event.metadata(),
              event.tags(),
              new MatchCancelled(room, reason, returned.subList(1, returned.size()), removed, at))
          : event;
    }
  }

  /** Shows all but each so manyth of the entries that an append missed. */
  static final class Without extends BuggyLog {
    private final int each;
    private int appends;

    Without(EventLog log, int each) {
      super(log);
      this.each = each;
    }

    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      AppendResult result = super.append(events, condition);
      return result instanceof AppendResult.Appended(var positions, var first, var missed)
              && !missed.isEmpty()
              && ++appends % each == 0
          ? new AppendResult.Appended(positions, first, missed.subList(1, missed.size()))
          : result;
    }
  }

  /** Hides some entries. */
  static final class Hiding extends BuggyLog {
    private final Predicate<LogEntry> hidden;

    Hiding(EventLog log, Predicate<LogEntry> hidden) {
      super(log);
      this.hidden = hidden;
    }

    @Override
    List<LogEntry> shown(List<LogEntry> entries) {
      return entries.stream().filter(hidden.negate()).toList();
    }
  }

  /** Shows rule sets without their rules of some kinds. */
  static final class Lenient extends BuggyLog {
    private final List<Class<? extends Rule>> kinds;

    Lenient(EventLog log, List<Class<? extends Rule>> kinds) {
      super(log);
      this.kinds = kinds;
    }

    @Override
    List<LogEntry> shown(List<LogEntry> entries) {
      return entries.stream().map(this::lenient).toList();
    }

    private LogEntry lenient(LogEntry entry) {
      return entry instanceof RecordedEvent(var at, var revision, var tags, var metadata, var event)
              && event instanceof RuleSetActivated(var version, var rules, var time)
          ? new RecordedEvent(
              at, revision, tags, metadata, new RuleSetActivated(version, lenient(rules), time))
          : entry;
    }

    private RuleSet lenient(RuleSet rules) {
      return new RuleSet(
          rules.attributes(),
          rules.partition(),
          rules.teams(),
          rules.rules().stream()
              .filter(rule -> kinds.stream().noneMatch(kind -> kind.isInstance(rule)))
              .toList(),
          rules.acceptance(),
          rules.ratings(),
          rules.ticketTimeout(),
          rules.joinTimeout(),
          rules.start());
    }
  }
}
