package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendResult;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.util.function.Supplier;

/** What the failures of Redis and of its client mean. */
final class Failures {
  private static final String NOT_SENT = "Currently not connected";

  private Failures() {}

  /**
   * What a failed append means. An error reply or a command that was never sent surely changed
   * nothing; of anything else nobody can tell, as the client sends a command again when its
   * connection breaks.
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

  /** Whether the group, or the stream that it is on, is not there (any more). */
  static boolean isGroupMissing(RedisException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("NOGROUP") || message.startsWith("UNBLOCKED");
  }
}
