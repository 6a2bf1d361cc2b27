package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.GroupStatus.ConsumerStatus;
import dev.pairtrail.domain.Position;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What XLEN, XINFO and XPENDING tell of a group; fields are found by name, as their order varies.
 */
record GroupInfo(RedisClusterCommands<String, String> redis, QueueKeys keys, String group) {

  /** Every group of a stream; none if that does not exist. */
  static List<GroupStatus> all(RedisClusterCommands<String, String> redis, QueueKeys keys) {
    return groupsOf(redis, keys.events()).stream()
        .map(fields -> String.valueOf(fields.get("name")))
        .map(group -> new GroupInfo(redis, keys, group).status())
        .toList();
  }

  GroupStatus status() {
    Map<String, Object> info = groupFields();
    long length = redis.xlen(key());
    String delivered = (String) info.getOrDefault("last-delivered-id", "0-0");
    return new GroupStatus(
        group,
        length,
        info.isEmpty() ? OptionalLong.of(length) : lag(delivered, info.get("lag")),
        info.isEmpty() ? 0 : (Long) info.getOrDefault("pending", 0L),
        info.isEmpty() ? Optional.empty() : oldestPending(),
        Position.parse(delivered),
        redis.zcard(RedisDeadLetters.key(keys, group)),
        info.isEmpty() ? List.of() : consumers());
  }

  private String key() {
    return keys.events();
  }

  /** Empty if the stream or the group does not exist. */
  private Map<String, Object> groupFields() {
    return groupsOf(redis, key()).stream()
        .filter(fields -> group.equals(fields.get("name")))
        .findFirst()
        .orElse(Map.of());
  }

  private static List<Map<String, Object>> groupsOf(
      RedisClusterCommands<String, String> redis, String key) {
    try {
      return redis.xinfoGroups(key).stream().map(GroupInfo::fields).toList();
    } catch (RedisCommandExecutionException e) {
      if (String.valueOf(e.getMessage()).contains("no such key")) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * By the revisions of the entries, as Redis does not know the lag any more once some entries are
   * trimmed or the group was set; where entries carry none, as Redis says.
   */
  private OptionalLong lag(String delivered, @Nullable Object told) {
    List<StreamMessage<String, String>> next = redis.xrange(key(), after(delivered), Limit.from(1));
    if (next.isEmpty()) {
      return OptionalLong.of(0);
    }
    OptionalLong first = revision(next);
    OptionalLong last = revision(redis.xrevrange(key(), after(delivered), Limit.from(1)));
    if (first.isPresent() && last.isPresent()) {
      return OptionalLong.of(last.getAsLong() - first.getAsLong() + 1);
    }
    return told instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private static Range<String> after(String position) {
    return Range.from(Range.Boundary.excluding(position), Range.Boundary.unbounded());
  }

  private static OptionalLong revision(List<StreamMessage<String, String>> entry) {
    return entry.stream()
        .map(message -> EntryCodec.entry(message.getId(), message.getBody()).revision())
        .filter(revision -> revision > 0)
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private Optional<Position> oldestPending() {
    return redis.xpending(key(), group, Range.unbounded(), Limit.from(1)).stream()
        .findFirst()
        .map(message -> Position.parse(message.getId()));
  }

  private List<ConsumerStatus> consumers() {
    return redis.xinfoConsumers(key(), group).stream()
        .map(GroupInfo::fields)
        .map(fields ->
            new ConsumerStatus(
                (String) fields.getOrDefault("name", ""),
                (Long) fields.getOrDefault("pending", 0L),
                Duration.ofMillis((Long) fields.getOrDefault("idle", 0L))))
        .toList();
  }

  private static Map<String, Object> fields(Object raw) {
    List<?> list = (List<?>) raw;
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i + 1 < list.size(); i += 2) {
      fields.put((String) list.get(i), list.get(i + 1));
    }
    return fields;
  }
}
