package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
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
import java.util.List;

/** The log of one queue, in one stream. */
final class RedisLog implements EventLog {
  private static final Script TRIM = new Script("trim.lua");

  private final String key;
  private final RedisEventStore store;

  RedisLog(String key, RedisEventStore store) {
    this.key = key;
    this.store = store;
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    if (events.size() > MAX_BATCH) {
      throw new IllegalArgumentException(
          "at most " + MAX_BATCH + " events are appended at once, not " + events.size());
    }
    try {
      List<Object> reply = store.script().run(store.writes().commands(), key, events, condition);
      return new AppendReply(reply, condition.after().position(), this::between).result();
    } catch (RedisException e) {
      return Failures.ofAppend(e);
    }
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    return Failures.translate(
        () -> range(excluding(after), Boundary.unbounded(), Limit.create(0, limit)));
  }

  /** Everything after one position and before another. */
  private List<LogEntry> between(Position after, Position before) {
    return range(excluding(after), excluding(before), Limit.unlimited());
  }

  private List<LogEntry> range(Boundary<String> from, Boundary<String> to, Limit limit) {
    return store.reads().commands().xrange(key, Range.from(from, to), limit).stream()
        .map(RedisLog::entry)
        .toList();
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
    List<Object> reply =
        Failures.translate(
            () -> TRIM.run(store.writes().commands(), key, upTo.toString(), next.toString()));
    return reply.getFirst().equals("trimmed")
        ? new TrimResult.Trimmed((Long) reply.get(1))
        : new TrimResult.Refused((String) reply.get(1));
  }

  @Override
  public Tail tail() {
    return new RedisTail(key, store.blockingLink(TextCodec.ALL));
  }
}
