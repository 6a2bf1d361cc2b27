package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A consumer as one instance reaches it: what it asks for may happen without an answer. */
record UnreliableConsumer(Consumer consumer, World world) implements Consumer {
  private static final Duration AT_ONCE = Duration.ofNanos(1);

  @Override
  public List<Position> read(int limit, Duration wait) {
    return new UnreliableCall(world).of(() -> consumer.read(world.faults().upTo(limit), AT_ONCE));
  }

  @Override
  public List<Position> claim(Duration minIdle, int limit) {
    return new UnreliableCall(world).of(() -> consumer.claim(minIdle, limit));
  }

  @Override
  public void ack(Collection<Position> positions) {
    var _ =
        new UnreliableCall(world)
            .of(() -> {
              consumer.ack(positions);
              return positions;
            });
  }

  @Override
  public List<Position> park(Collection<Position> positions, GivenUp why) {
    return new UnreliableCall(world).of(() -> consumer.park(positions, why));
  }

  @Override
  public List<String> removeIdle(Duration idle) {
    return new UnreliableCall(world).of(() -> consumer.removeIdle(idle));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
