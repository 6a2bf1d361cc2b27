package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The checkpoints of one queue. Thread-safe. */
final class KeptCheckpoints implements Checkpoints {
  private final ConcurrentNavigableMap<Position, QueueSnapshot> kept =
      new ConcurrentSkipListMap<>();

  @Override
  public Optional<QueueSnapshot> before(Position position) {
    return Optional.ofNullable(kept.floorEntry(position)).map(Map.Entry::getValue);
  }

  @Override
  public Head head() {
    return Optional.ofNullable(kept.lastEntry())
        .map(last -> last.getValue().head())
        .orElse(Head.START);
  }

  @Override
  public void keep(QueueSnapshot checkpoint) {
    kept.put(checkpoint.head().position(), checkpoint);
  }
}
