package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendResult;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.util.Set;
import java.util.function.Supplier;

/** What the failures of Redis and of its client mean. */
final class Failures {
  /** How the client says that it has not sent a command. */
  static final String NOT_SENT = "Currently not connected";

  /** The server cannot do its work, perhaps because another has taken its place. */
  private static final Set<String> OUT_OF_OFFICE = Set.of("READONLY", "LOADING", "MASTERDOWN");

  private Failures() {}

  /**
   * What a failed append means. An error reply or a command that was never sent surely changed
   * nothing: not READONLY, LOADING, MASTERDOWN, CLUSTERDOWN, NOREPLICAS, OOM nor a redirection that
   * led nowhere, as each is told before the script runs. Of anything else nobody can tell.
   */
  static AppendResult ofAppend(RedisException failure) {
    String message = String.valueOf(failure.getMessage());
    boolean surelyNot =
        failure instanceof RedisCommandExecutionException
            || failure instanceof RedisConnectionException
            || message.startsWith(NOT_SENT);
    return surelyNot ? new AppendResult.Refused(message) : new AppendResult.Unknown(failure);
  }

  /** Runs a command that changes nothing or may be repeated. */
  static <T> T translate(Supplier<T> command) {
    try {
      return command.get();
    } catch (RedisException e) {
      throw new StoreUnavailableException("Redis: " + e.getMessage(), e);
    }
  }

  /**
   * Whether the next command had better go elsewhere: this server is a replica now, or loads, or is
   * silent, as a paused one and a half-open connection are.
   */
  static boolean callsForAnotherConnection(RedisException failure) {
    return failure instanceof RedisCommandTimeoutException || OUT_OF_OFFICE.contains(code(failure));
  }

  /** Whether the group, or the stream that it is on, is not there (any more). */
  static boolean isGroupMissing(RedisException failure) {
    return code(failure).equals("NOGROUP") || isUnblocked(failure);
  }

  /** Whether the server ended a wait: its role changed, or the key is gone. */
  static boolean isUnblocked(RedisException failure) {
    return code(failure).equals("UNBLOCKED");
  }

  /** Whether a Cluster's node says that another keeps the key. */
  static boolean isMoved(RedisException failure) {
    return code(failure).equals("MOVED");
  }

  /** Whether the key is on its way to another node. */
  static boolean isOnItsWay(RedisException failure) {
    return code(failure).equals("ASK");
  }

  /** The first word of an error reply. */
  private static String code(RedisException failure) {
    return failure instanceof RedisCommandExecutionException
        ? String.valueOf(failure.getMessage()).split(" ", 2)[0]
        : "";
  }
}
