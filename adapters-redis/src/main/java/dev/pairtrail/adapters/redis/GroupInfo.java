package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.GroupStatus.ConsumerStatus;
import dev.pairtrail.domain.Position;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
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
record GroupInfo(RedisClusterCommands<String, String> redis, String key, String group) {

  /** Every group of a stream; none if that does not exist. */
  static List<GroupStatus> all(RedisClusterCommands<String, String> redis, String key) {
    return groupsOf(redis, key).stream()
        .map(fields -> String.valueOf(fields.get("name")))
        .map(group -> new GroupInfo(redis, key, group).status())
        .toList();
  }

  GroupStatus status() {
    Map<String, Object> info = groupFields();
    long length = redis.xlen(key);
    return new GroupStatus(
        group,
        length,
        info.isEmpty() ? OptionalLong.of(length) : lag(info.get("lag")),
        info.isEmpty() ? 0 : (Long) info.getOrDefault("pending", 0L),
        info.isEmpty() ? Optional.empty() : oldestPending(),
        Position.parse((String) info.getOrDefault("last-delivered-id", "0-0")),
        info.isEmpty() ? List.of() : consumers());
  }

  /** Empty if the stream or the group does not exist. */
  private Map<String, Object> groupFields() {
    return groupsOf(redis, key).stream()
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

  private static OptionalLong lag(@Nullable Object lag) {
    return lag instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private Optional<Position> oldestPending() {
    return redis.xpending(key, group, Range.unbounded(), Limit.from(1)).stream()
        .findFirst()
        .map(message -> Position.parse(message.getId()));
  }

  private List<ConsumerStatus> consumers() {
    return redis.xinfoConsumers(key, group).stream()
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
