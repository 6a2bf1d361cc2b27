package dev.pairtrail.application.engine;

import dev.pairtrail.application.LogLoss;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often this instance saw a log lose entries. Written by the actor, read by any thread. */
final class Losses {
  private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

  private final QueueName queue;
  private final InstantSource clock;
  private volatile @Nullable LogLoss last;
  private volatile int count;

  Losses(QueueName queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Says it loudly, and remembers it. */
  synchronized void report(Head known, Position found) {
    LogLoss loss = new LogLoss(clock.instant(), known, found);
    LOG.error("queue {}: {}", queue.value(), loss);
    last = loss;
    count++;
  }

  int count() {
    return count;
  }

  /** The last one that was noticed. */
  Optional<LogLoss> last() {
    return Optional.ofNullable(last);
  }
}
