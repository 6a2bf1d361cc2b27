package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Rejection;
import java.util.function.Function;

/** The answer to a use case. */
public sealed interface Outcome<T> {

  /** It is done, and if it wrote, the store has confirmed it. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The queue refuses it. */
  record Rejected<T>(Rejection reason) implements Outcome<T> {}

  /** There is no queue of that name. */
  record NoSuchQueue<T>(QueueName queue) implements Outcome<T> {}

  /** It may or may not come to be done: the same request with the same key settles it. */
  record Unavailable<T>(Cause cause, String detail) implements Outcome<T> {}

  /** Why something is unavailable. */
  enum Cause {
    /** The store does not answer or does not take the write. */
    STORE,
    /** Too much is asked at once. */
    OVERLOADED,
    /** The instance is starting or stopping. */
    STOPPING,
    /** The instance failed at it, for a reason that is in its log output. */
    FAULT
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Rejected<T>(Rejection reason) -> new Rejected<>(reason);
      case NoSuchQueue<T>(QueueName queue) -> new NoSuchQueue<>(queue);
      case Unavailable<T>(Cause cause, String detail) -> new Unavailable<>(cause, detail);
    };
  }
}
