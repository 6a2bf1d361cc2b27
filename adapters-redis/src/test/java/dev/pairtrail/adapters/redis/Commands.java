package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.function.Function;

/** Asks one server as an administrator would. */
final class Commands {
  private Commands() {}

  static <T> T on(RedisServer server, Function<RedisClusterCommands<String, String>, T> command) {
    try (Topology topology = Topology.of(server.uri())) {
      return command.apply(topology.pin(RedisURI.create(server.uri())).commands());
    }
  }
}
