package dev.pairtrail.adapters.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;

/**
 * A connection and its commands, which are the same for one server and for a Cluster.
 *
 * @param sending the commands for who does not wait for each answer
 */
record OpenConnection(
    StatefulConnection<String, String> connection,
    RedisClusterCommands<String, String> commands,
    RedisClusterAsyncCommands<String, String> sending) {

  /** Lets it go without waiting for the server, which may be silent. */
  void discard() {
    var _ = connection.closeAsync();
  }
}
