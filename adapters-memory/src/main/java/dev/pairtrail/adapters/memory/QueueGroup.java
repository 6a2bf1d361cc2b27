package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Position;
import java.util.List;

/** A group by its name; what it was delivered is with the log. */
record QueueGroup(QueueLog log, String name) implements ConsumerGroup {
  @Override
  public void ensure() {
    log.ensure(name);
  }

  @Override
  public Consumer join(String consumer) {
    return new QueueConsumer(log, name, consumer);
  }

  @Override
  public GroupStatus status() {
    return log.status(name);
  }

  @Override
  public List<DeadLetter> deadLetters(Position after, int limit) {
    Limits.requireLimit(limit);
    return log.inGroup(name, deliveries -> deliveries.deadLetters().after(after, limit));
  }

  @Override
  public boolean retry(Position position, String consumer) {
    return log.inGroup(name, deliveries -> deliveries.retry(position, consumer));
  }

  @Override
  public boolean discard(Position position) {
    return log.inGroup(name, deliveries -> deliveries.deadLetters().remove(position));
  }
}
