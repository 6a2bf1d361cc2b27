package dev.pairtrail.portcontracts;

import dev.pairtrail.application.GroupStatus.ConsumerStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.List;

/** What the suites of consumer groups share. */
abstract class GroupSuite extends StoreSuite {
  static final Duration SHORT = Duration.ofMillis(20);
  static final Duration LONG = Duration.ofSeconds(2);

  final ConsumerGroup group() {
    return group("workers");
  }

  final ConsumerGroup group(String name) {
    return underTest().store().group(QUEUE, name);
  }

  /** A consumer of the group, which exists from then on. */
  final Consumer join(String consumer) {
    group().ensure();
    return group().join(consumer);
  }

  final long pendingOf(String consumer) {
    return group().status().consumers().stream()
        .filter(status -> status.name().equals(consumer))
        .mapToLong(ConsumerStatus::pending)
        .sum();
  }

  /**
   * Reads a few times: the writer may be slow, and a read that finds the group gone may do no more
   * than create it.
   */
  static List<Position> readSome(Consumer consumer) {
    List<Position> got = List.of();
    for (int i = 0; i < 5 && got.isEmpty(); i++) {
      got = consumer.read(10, LONG);
    }
    return got;
  }
}
