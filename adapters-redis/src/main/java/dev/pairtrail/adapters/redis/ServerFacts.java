package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server says of itself: INFO, and CONFIG where that is allowed. */
record ServerFacts(RedisClusterCommands<String, String> redis, Map<String, String> info) {

  static ServerFacts of(RedisClusterCommands<String, String> redis) {
    return new ServerFacts(redis, parsed(redis.info()));
  }

  Optional<String> info(String field) {
    return Optional.ofNullable(info.get(field));
  }

  /** Empty where the server does not tell. */
  Optional<String> config(String setting) {
    try {
      return Optional.ofNullable(redis.configGet(setting).get(setting));
    } catch (RedisCommandExecutionException e) {
      return Optional.empty();
    }
  }

  /** What the Cluster looks like from here. */
  Map<String, String> cluster() {
    return parsed(redis.clusterInfo());
  }

  /** How far the server's clock is ahead of this one; the time of the question counts half. */
  Duration clockAhead(InstantSource clock) {
    Instant asked = clock.instant();
    List<String> time = redis.time();
    Duration took = Duration.between(asked, clock.instant());
    Instant server =
        Instant.ofEpochSecond(
            Long.parseLong(time.getFirst()), Long.parseLong(time.getLast()) * 1_000);
    return Duration.between(asked.plus(took.dividedBy(2)), server);
  }

  private static Map<String, String> parsed(String text) {
    return text.lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (first, _) -> first));
  }
}
