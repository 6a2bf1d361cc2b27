package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisException;
import org.jspecify.annotations.Nullable;

/** The master has the events, and too few replicas are known to: a failover may lose them. */
final class UnconfirmedException extends RedisException {
  private static final long serialVersionUID = 1L;

  UnconfirmedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
