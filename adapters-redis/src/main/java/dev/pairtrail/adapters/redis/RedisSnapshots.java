package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.format.SnapshotCodec;
import io.lettuce.core.KeyValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest snapshot of a queue, in a hash beside its log. It has a connection of its own, as it
 * may be large and nobody should wait behind it.
 */
final class RedisSnapshots implements Snapshots {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSnapshots.class);
  private static final String POSITION = "position";
  private static final String REVISION = "revision";
  private static final String CONTENT = "content";

  private final String key;
  private final Link link;

  RedisSnapshots(String key, Link link) {
    this.key = key;
    this.link = link;
  }

  @Override
  public Optional<QueueSnapshot> newest() {
    String content = link.ask(redis -> redis.hget(key, CONTENT));
    return Optional.ofNullable(content).flatMap(this::decoded);
  }

  private Optional<QueueSnapshot> decoded(String content) {
    try {
      return Optional.of(SnapshotCodec.decode(Base64.getDecoder().decode(content)));
    } catch (IllegalArgumentException e) {
      LOG.error("the snapshot in {} cannot be used: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Head head() {
    List<KeyValue<String, String>> fields = link.ask(redis -> redis.hmget(key, POSITION, REVISION));
    return fields.stream().allMatch(KeyValue::hasValue)
        ? new Head(
            Position.parse(fields.getFirst().getValue()),
            Long.parseLong(fields.getLast().getValue()))
        : Head.START;
  }

  @Override
  public boolean write(QueueSnapshot snapshot) {
    List<String> arguments =
        List.of(
            snapshot.head().position().toString(),
            Long.toString(snapshot.head().revision()),
            Base64.getEncoder().encodeToString(SnapshotCodec.encode(snapshot)));
    List<Object> reply = link.ask(redis -> Script.SNAPSHOT.run(redis, List.of(key), arguments));
    return reply.getFirst().equals("kept");
  }
}
