package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.format.SnapshotCodec;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a queue, in a hash beside its log: the content of each by {@code
 * POSITION/REVISION}.
 */
final class RedisCheckpoints implements Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCheckpoints.class);
  private static final char SEPARATOR = '/';

  private final String key;
  private final Link link;

  RedisCheckpoints(String key, Link link) {
    this.key = key;
    this.link = link;
  }

  @Override
  public Optional<QueueSnapshot> before(Position position) {
    return last(head -> !head.position().isAfter(position))
        .flatMap(head -> Optional.ofNullable(link.ask(redis -> redis.hget(key, field(head)))))
        .flatMap(this::decoded);
  }

  private Optional<QueueSnapshot> decoded(String content) {
    try {
      return Optional.of(SnapshotCodec.decode(Base64.getDecoder().decode(content)));
    } catch (IllegalArgumentException e) {
      LOG.error("a checkpoint in {} cannot be used: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Head head() {
    return last(_ -> true).orElse(Head.START);
  }

  private Optional<Head> last(Predicate<Head> wanted) {
    return link.ask(redis -> redis.hkeys(key)).stream()
        .map(RedisCheckpoints::head)
        .filter(wanted)
        .max(Comparator.comparing(Head::position));
  }

  @Override
  public void keep(QueueSnapshot checkpoint) {
    String content = Base64.getEncoder().encodeToString(SnapshotCodec.encode(checkpoint));
    var _ = link.ask(redis -> redis.hset(key, field(checkpoint.head()), content));
  }

  private static String field(Head head) {
    return head.position().toString() + SEPARATOR + head.revision();
  }

  private static Head head(String field) {
    int end = field.indexOf(SEPARATOR);
    return new Head(
        Position.parse(field.substring(0, end)), Long.parseLong(field.substring(end + 1)));
  }
}
