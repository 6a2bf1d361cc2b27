package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.port.Consumer.GivenUp;
import dev.pairtrail.domain.Position;
import dev.pairtrail.format.StoredLetter;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The entries that one group gave up: a sorted set beside the log, each member the entry's
 * position, padded so that text sorts as positions do, and what is known of it as JSON.
 */
final class RedisDeadLetters {
  /** Longer than any claim waits. */
  private static final Duration LONG = Duration.ofDays(365);

  private final QueueKeys keys;
  private final String group;
  private final Link link;

  RedisDeadLetters(QueueKeys keys, String group, Link link) {
    this.keys = keys;
    this.group = group;
    this.link = link;
  }

  List<Position> park(Collection<Position> positions, GivenUp why) {
    if (positions.isEmpty()) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(group);
    arguments.add(Integer.toString(why.deliveries()));
    arguments.add(why.reason());
    arguments.add(why.at().toString());
    for (Position position : positions) {
      arguments.add(position.toString());
      arguments.add(sortKey(position));
    }
    return link.run(redis -> Script.PARK.run(redis, scriptKeys(), arguments)).stream()
        .map(id -> Position.parse((String) id))
        .toList();
  }

  List<DeadLetter> after(Position position, int limit) {
    Range<String> rest =
        Range.from(Boundary.excluding(sortKey(position) + "!"), Boundary.unbounded());
    return link.run(redis -> redis.zrangebylex(key(), rest, Limit.from(limit))).stream()
        .map(member -> letter(member.substring(member.indexOf(' ') + 1)))
        .toList();
  }

  private DeadLetter letter(String json) {
    StoredLetter stored = StoredLetter.read(json);
    return new DeadLetter(
        group, stored.reason(), stored.deliveries(), stored.parkedAt(), stored.entry());
  }

  boolean retry(Position position, String consumer) {
    List<String> arguments =
        List.of(
            group,
            consumer,
            position.toString(),
            sortKey(position),
            Long.toString(LONG.toMillis()));
    return link.run(redis -> Script.RETRY.run(redis, scriptKeys(), arguments))
        .getFirst()
        .equals(1L);
  }

  boolean discard(Position position) {
    Range<String> own =
        Range.from(
            Boundary.including(sortKey(position) + " "),
            Boundary.excluding(sortKey(position) + "!"));
    return link.run(redis -> redis.zremrangebylex(key(), own)) > 0;
  }

  private List<String> scriptKeys() {
    return List.of(keys.events(), key());
  }

  private String key() {
    return key(keys, group);
  }

  static String key(QueueKeys keys, String group) {
    return keys.beside("dead-letters:" + group);
  }

  private static String sortKey(Position position) {
    return String.format("%020d-%020d", position.millis(), position.sequence());
  }
}
