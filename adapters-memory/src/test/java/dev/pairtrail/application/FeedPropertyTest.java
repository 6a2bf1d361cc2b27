package dev.pairtrail.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.engine.LiveQueue;
import dev.pairtrail.application.history.ListedLog;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A player of several queues, whose logs grow side by side with positions that cross and meet,
 * reads the feed and is cut off after any event. Whatever was derived by then, and whatever comes
 * late: each entry comes once, those of each queue in the order of its log.
 */
final class FeedPropertyTest {
  private static final int SEEDS = 3_000;
  private static final int STEPS = 60;
  private static final PlayerId PLAYER = new PlayerId("p");
  private static final Tag TAG = Tag.player(PLAYER);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void whoResumesLosesNothingAndSeesNothingTwice(int queues) throws InterruptedException {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Run run = new Run(new Random(seed), queues);
      for (int i = 0; i < STEPS; i++) {
        run.step();
      }
      run.readToTheEnd();
      for (int queue = 0; queue < queues; queue++) {
        assertThat(run.got(queue))
            .as("queue %d of seed %d", queue, seed)
            .isEqualTo(run.ofPlayer(queue));
      }
    }
  }

  /** A queue as the store and an instance have it. */
  private static final class Queue {
    final QueueName name;
    final List<LogEntry> log = new ArrayList<>();
    final LiveQueue live;
    int derived;
    int published;

    Queue(QueueName name) {
      this.name = name;
      live = new LiveQueue(name);
    }

    void append(Position position, boolean ofPlayer) {
      log.add(
          new RecordedEvent(
              position,
              log.size() + 1,
              ofPlayer ? Set.of(TAG) : Set.of(),
              Optional.empty(),
              new PlayerJoinedRoom(PLAYER, new RoomId("r"), Instant.EPOCH)));
    }

    List<LogEntry> ofPlayer() {
      return log.stream().filter(entry -> entry.tags().contains(TAG)).toList();
    }
  }

  private static final class Run {
    private final Random random;
    private final List<Queue> queues = new ArrayList<>();
    private final List<FeedEvent> got = new ArrayList<>();
    private final int capacity;
    private final int page;
    private EventStream stream;
    private FeedCursor cursor = FeedCursor.START;

    Run(Random random, int number) {
      this.random = random;
      capacity = 1 + random.nextInt(4);
      page = 1 + random.nextInt(6);
      for (int i = 0; i < number; i++) {
        queues.add(new Queue(new QueueName("q-" + i)));
      }
      stream = open();
    }

    void step() throws InterruptedException {
      Queue queue = queues.get(random.nextInt(queues.size()));
      switch (random.nextInt(6)) {
        case 0, 1 -> queue.append(next(queue), random.nextInt(3) > 0);
        case 2 -> queue.derived += random.nextInt(queue.log.size() - queue.derived + 1);
        case 3 -> publish(queue);
        case 4 -> take(stream.next(Duration.ZERO), true);
        default -> take(stream.next(Duration.ZERO), false);
      }
    }

    /** Of two queues, two entries may stand at one position. */
    private Position next(Queue queue) {
      Position last = queue.log.isEmpty() ? new Position(100, 0) : queue.log.getLast().position();
      return random.nextBoolean()
          ? new Position(last.millis(), last.sequence() + 1)
          : new Position(last.millis() + 1 + random.nextInt(3), 0);
    }

    private void publish(Queue queue) {
      if (queue.published < queue.log.size()) {
        queue.live.publish(queue.log.get(queue.published++));
      }
    }

    /** What was sent arrives in part, and the connection ends; or it arrives as a whole. */
    private void take(List<FeedEvent> events, boolean cutOff) {
      int arrived = cutOff ? random.nextInt(events.size() + 1) : events.size();
      for (FeedEvent event : events.subList(0, arrived)) {
        got.add(event);
        cursor = FeedCursor.parse(event.cursor().toString());
      }
      if (cutOff) {
        stream.close();
        stream = open();
      }
    }

    private EventStream open() {
      List<Feed> feeds =
          queues.stream()
              .map(queue ->
                  new Feed(
                          queue.name,
                          Optional.of(new ListedLog(queue.log)),
                          Optional.of(TAG),
                          cursor.of(queue.name),
                          page)
                      .beginningWith(derived(queue), upTo(queue)))
              .toList();
      List<LiveQueue> live = queues.stream().map(queue -> queue.live).toList();
      return new EventStream(
          feeds, cursor, () -> LiveQueue.subscribe(TAG, live, capacity), 1 + random.nextInt(5));
    }

    /** A feed may have more than its checkpoint says. */
    private List<LogEntry> derived(Queue queue) {
      int more = random.nextInt(queue.log.size() - queue.derived + 1);
      return queue.log.subList(0, queue.derived + more).stream()
          .filter(entry -> entry.tags().contains(TAG))
          .toList();
    }

    private Position upTo(Queue queue) {
      return queue.derived == 0 ? Position.START : queue.log.get(queue.derived - 1).position();
    }

    void readToTheEnd() throws InterruptedException {
      for (Queue queue : queues) {
        while (queue.published < queue.log.size()) {
          publish(queue);
        }
      }
      for (int quiet = 0; quiet < 3; ) {
        List<FeedEvent> events = stream.next(Duration.ZERO);
        quiet = events.isEmpty() ? quiet + 1 : 0;
        take(events, false);
      }
      stream.close();
    }

    List<LogEntry> got(int queue) {
      return got.stream()
          .filter(event -> event.queue().equals(queues.get(queue).name))
          .map(FeedEvent::entry)
          .toList();
    }

    List<LogEntry> ofPlayer(int queue) {
      return queues.get(queue).ofPlayer();
    }
  }
}
