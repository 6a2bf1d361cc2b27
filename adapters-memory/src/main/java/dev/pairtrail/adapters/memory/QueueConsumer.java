package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A consumer by its name; what it was delivered is with the log. */
record QueueConsumer(QueueLog log, String group, String name) implements Consumer {
  @Override
  public List<Position> read(int limit, Duration wait) {
    Limits.requireLimit(limit);
    Limits.requireWait(wait);
    return log.deliver(group, name, limit, wait);
  }

  @Override
  public List<Position> claim(Duration minIdle, int limit) {
    Limits.requireLimit(limit);
    return log.claim(group, name, minIdle, limit);
  }

  @Override
  public void ack(Collection<Position> positions) {
    log.ack(group, positions);
  }

  @Override
  public List<Position> park(Collection<Position> positions, GivenUp why) {
    return log.inGroup(group, deliveries -> deliveries.park(group, positions, why));
  }

  @Override
  public List<String> removeIdle(Duration idle) {
    return log.inGroup(group, deliveries -> deliveries.removeIdle(name, idle, log.now()));
  }

  @Override
  public void close() {}
}
