package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** A consumer as one instance reaches it: what it asks for may happen without an answer. */
record UnreliableConsumer(Consumer consumer, World world) implements Consumer {
  private static final Duration AT_ONCE = Duration.ofNanos(1);

  @Override
  public List<Position> read(int limit, Duration wait) {
    return called(() -> consumer.read(world.faults().upTo(limit), AT_ONCE));
  }

  @Override
  public List<Position> claim(Duration minIdle, int limit) {
    return called(() -> consumer.claim(minIdle, limit));
  }

  @Override
  public void ack(Collection<Position> positions) {
    var _ =
        called(() -> {
          consumer.ack(positions);
          return positions;
        });
  }

  @Override
  public List<Position> park(Collection<Position> positions, GivenUp why) {
    return called(() -> consumer.park(positions, why));
  }

  @Override
  public List<String> removeIdle(Duration idle) {
    return called(() -> consumer.removeIdle(idle));
  }

  private <T> T called(Supplier<T> call) {
    world.interleave();
    boolean fails = world.faults().ofRead();
    if (fails && world.faults().coin()) {
      throw new StoreUnavailableException("it was not sent");
    }
    world.faults().crashSometimes();
    T answer = call.get();
    world.faults().crashSometimes();
    if (fails) {
      throw new StoreUnavailableException("no reply came");
    }
    return answer;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
