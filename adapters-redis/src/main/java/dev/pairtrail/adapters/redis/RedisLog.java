package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The log of one queue, in one stream. */
final class RedisLog implements EventLog {
  private static final int LARGE_PAGE = 200;

  private final QueueKeys keys;
  private final RedisEventStore store;
  private final Appender appender;

  RedisLog(QueueKeys keys, RedisEventStore store) {
    this.keys = keys;
    this.store = store;
    appender = store.appender(keys);
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    if (events.size() > MAX_BATCH) {
      throw new IllegalArgumentException(
          "at most " + MAX_BATCH + " events are appended at once, not " + events.size());
    }
    return store
        .refusal()
        .<AppendResult>map(AppendResult.Refused::new)
        .orElseGet(() -> appendUnrefused(events, condition));
  }

  private AppendResult appendUnrefused(List<NewEvent> events, AppendCondition condition) {
    List<Object> reply;
    try {
      reply = appender.run(events, condition);
    } catch (RedisException e) {
      return Failures.ofAppend(e);
    }
    return result(reply, condition);
  }

  /** The missed entries may have to be read; if that fails the events may be in the log already. */
  private AppendResult result(List<Object> reply, AppendCondition condition) {
    try {
      return new AppendReply(reply, condition.after().position(), this::between).result();
    } catch (RedisException e) {
      return new AppendResult.Unknown(e);
    }
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    Limits.requireLimit(limit);
    return store
        .reads()
        .ask(redis -> range(redis, excluding(after), Boundary.unbounded(), Limit.create(0, limit)));
  }

  /** Everything after one position and before another. */
  private List<LogEntry> between(Position after, Position before) {
    return store
        .reads()
        .run(redis -> range(redis, excluding(after), excluding(before), Limit.unlimited()));
  }

  private List<LogEntry> range(
      RedisClusterCommands<String, String> redis,
      Boundary<String> from,
      Boundary<String> to,
      Limit limit) {
    return entries(redis.xrange(keys.events(), Range.from(from, to), limit));
  }

  /** Large pages are decoded on all cores: that is most of what it costs to read a log back. */
  private static List<LogEntry> entries(List<StreamMessage<String, String>> messages) {
    Stream<StreamMessage<String, String>> each =
        messages.size() < LARGE_PAGE ? messages.stream() : messages.parallelStream();
    return each.map(RedisLog::entry).toList();
  }

  private static Boundary<String> excluding(Position position) {
    return Boundary.excluding(position.toString());
  }

  static LogEntry entry(StreamMessage<String, String> message) {
    return EntryCodec.entry(message.getId(), message.getBody());
  }

  @Override
  public TrimResult trim(Position upTo) {
    Position next = new Position(upTo.millis(), Math.addExact(upTo.sequence(), 1));
    List<String> arguments = List.of(upTo.toString(), next.toString());
    List<Object> reply =
        store.writes().ask(redis -> Script.TRIM.run(redis, List.of(keys.events()), arguments));
    return reply.getFirst().equals("trimmed")
        ? new TrimResult.Trimmed((Long) reply.get(1))
        : new TrimResult.Refused((String) reply.get(1));
  }

  @Override
  public RestoreResult restore(Position after, List<LogEntry> entries) {
    return RestoreResult.refusal(after, entries)
        .<RestoreResult>map(refused -> refused)
        .orElseGet(() -> restoreUnrefused(after, entries));
  }

  private RestoreResult restoreUnrefused(Position after, List<LogEntry> entries) {
    List<String> arguments = new ArrayList<>(List.of(after.toString()));
    entries.forEach(entry -> arguments.addAll(EntryArguments.of(entry)));
    List<Object> reply =
        store.writes().ask(redis -> Script.RESTORE.run(redis, List.of(keys.events()), arguments));
    return reply.getFirst().equals("restored")
        ? new RestoreResult.Restored()
        : new RestoreResult.Refused((String) reply.get(1));
  }

  @Override
  public Tail tail() {
    return new RedisTail(keys.events(), store.blockingLink(TextCodec.ALL, keys));
  }
}
