package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;

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
}
