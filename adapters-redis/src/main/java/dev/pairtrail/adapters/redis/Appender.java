package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.domain.event.NewEvent;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.List;

/**
 * Runs the append script of one log on the node that keeps it, over a connection that never
 * reconnects. One that does would send a script again whose reply was lost, and the error that the
 * second try may get (READONLY, LOADING) would pass for a sure refusal of the first. And it would
 * ask WAIT about nothing. Thread-safe.
 */
final class Appender {
  private static final int MOST_MOVES = 3;

  private final Topology topology;
  private final String key;
  private final AppendScript script;
  private final Link link;
  private final Confirmation confirmation;

  Appender(
      Topology topology, String key, AppendScript script, Link link, Confirmation confirmation) {
    this.topology = topology;
    this.key = key;
    this.script = script;
    this.link = link;
    this.confirmation = confirmation;
  }

  /** The script's answer, confirmed by as many replicas as asked for. */
  List<Object> run(List<NewEvent> events, AppendCondition condition) {
    long covers = confirmation.doubts();
    try {
      return runWhereTheKeyIs(events, condition, covers);
    } catch (RedisException e) {
      if (Failures.ofAppend(e) instanceof AppendResult.Unknown) {
        confirmation.doubt();
      }
      throw e;
    }
  }

  private List<Object> runWhereTheKeyIs(
      List<NewEvent> events, AppendCondition condition, long covers) {
    for (int moves = 1; ; moves++) {
      try {
        return link.run(redis -> runOn(redis, events, condition, covers));
      } catch (RedisCommandExecutionException e) {
        if (Failures.isOnItsWay(e)) {
          return runOnTarget(e, events, condition, covers);
        }
        if (!Failures.isMoved(e) || moves == MOST_MOVES) {
          throw e;
        }
        lookAgain(e);
      } catch (RedisConnectionException e) {
        lookAgain(e);
        throw e;
      }
    }
  }

  private List<Object> runOn(
      RedisClusterCommands<String, String> redis,
      List<NewEvent> events,
      AppendCondition condition,
      long covers) {
    return confirmed(redis, script.run(redis, key, events, condition), covers);
  }

  /** While its slot is moved a key can be with the new node already; one command may ask there. */
  private List<Object> runOnTarget(
      RedisException redirection, List<NewEvent> events, AppendCondition condition, long covers) {
    try (Link there = new Link(() -> topology.pin(target(redirection)), link.timeout())) {
      return there.run(redis -> {
        redis.asking();
        return confirmed(redis, script.runInFull(redis, key, events, condition), covers);
      });
    }
  }

  /** As in {@code ASK 3999 127.0.0.1:6381}. */
  private static RedisURI target(RedisException redirection) {
    String address = String.valueOf(redirection.getMessage()).split(" ", 3)[2];
    int colon = address.lastIndexOf(':');
    return RedisURI.create(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  private List<Object> confirmed(
      RedisClusterCommands<String, String> redis, List<Object> reply, long covers) {
    confirmation.await(redis, AppendReply.wrote(reply), covers);
    return reply;
  }

  private void lookAgain(RedisException reason) {
    try {
      topology.refresh();
      link.renew();
    } catch (RedisException e) {
      reason.addSuppressed(e);
    }
  }
}
