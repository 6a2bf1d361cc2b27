package dev.pairtrail.application.engine;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Groups with known bugs. */
abstract class BuggyGroup implements ConsumerGroup {
  private final ConsumerGroup group;

  BuggyGroup(ConsumerGroup group) {
    this.group = group;
  }

  @Override
  public void ensure() {
    group.ensure();
  }

  @Override
  public Consumer join(String name) {
    Consumer consumer = group.join(name);
    return new Consumer() {
      @Override
      public List<Position> read(int limit, Duration wait) {
        return BuggyGroup.this.read(consumer, limit, wait);
      }

      @Override
      public List<Position> claim(Duration minIdle, int limit) {
        return consumer.claim(minIdle, limit);
      }

      @Override
      public void ack(Collection<Position> positions) {
        BuggyGroup.this.ack(consumer, positions);
      }

      @Override
      public List<Position> park(Collection<Position> positions, GivenUp why) {
        return consumer.park(positions, why);
      }

      @Override
      public List<String> removeIdle(Duration idle) {
        return consumer.removeIdle(idle);
      }

      @Override
      public void close() {
        consumer.close();
      }
    };
  }

  List<Position> read(Consumer consumer, int limit, Duration wait) {
    return consumer.read(limit, wait);
  }

  void ack(Consumer consumer, Collection<Position> positions) {
    consumer.ack(positions);
  }

  @Override
  public GroupStatus status() {
    return group.status();
  }

  @Override
  public List<DeadLetter> deadLetters(Position after, int limit) {
    return group.deadLetters(after, limit);
  }

  @Override
  public boolean retry(Position position, String consumer) {
    return group.retry(position, consumer);
  }

  @Override
  public boolean discard(Position position) {
    return group.discard(position);
  }

  /** Acknowledges what it has not worked on yet. */
  static final class AckingFirst extends BuggyGroup {
    AckingFirst(ConsumerGroup group) {
      super(group);
    }

    @Override
    List<Position> read(Consumer consumer, int limit, Duration wait) {
      List<Position> read = consumer.read(limit, wait);
      consumer.ack(read);
      return read;
    }
  }

  /** A new group passes over what is there. */
  static final class FromTheEnd extends BuggyGroup {
    FromTheEnd(ConsumerGroup group) {
      super(group);
    }

    @Override
    List<Position> read(Consumer consumer, int limit, Duration wait) {
      if (status().lastDelivered().equals(Position.START)) {
        consumer.ack(consumer.read(Integer.MAX_VALUE, wait));
      }
      return consumer.read(limit, wait);
    }
  }

  /** Leaves everything pending. */
  static final class NeverAcking extends BuggyGroup {
    NeverAcking(ConsumerGroup group) {
      super(group);
    }

    @Override
    void ack(Consumer consumer, Collection<Position> positions) {}
  }
}
