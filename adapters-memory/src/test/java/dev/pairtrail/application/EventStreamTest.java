package dev.pairtrail.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers of events see each once and in order, whether from the log or live. */
final class EventStreamTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Cluster cluster = new Cluster();
  private final Pairtrail instance = cluster.start(RuleSet.oneOnOne(), Cluster.small());

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aSlowReaderOfABusyQueueMissesNothingAndSeesNothingTwice() throws InterruptedException {
    Thread writer =
        Thread.startVirtualThread(
            () -> IntStream.range(0, 300).forEach(i -> Cluster.enqueued(instance, "p-" + i)));
    List<LogEntry> seen = new ArrayList<>();
    FeedCursor resumeAfter = FeedCursor.START;
    while (matches(seen) < 150) {
      try (EventStream stream = open(new FeedSource.OfQueue(Cluster.QUEUE), resumeAfter)) {
        for (int batches = 0; batches < 7 && matches(seen) < 150; batches++) {
          for (FeedEvent event : stream.next(LONG)) {
            seen.add(event.entry());
            resumeAfter = FeedCursor.parse(event.cursor().toString());
          }
        }
      }
    }
    writer.join();
    assertThat(seen).isEqualTo(cluster.log().subList(0, seen.size()));
    assertThat(seen).hasSize(451);
  }

  private static long matches(List<LogEntry> entries) {
    return entries.stream()
        .filter(e -> e instanceof RecordedEvent r && r.event() instanceof PlayersMatched)
        .count();
  }

  @Test
  void aPlayersStreamHasTheirEventsAlone() throws InterruptedException {
    try (EventStream stream =
        open(new FeedSource.OfPlayer(new PlayerId("p-2")), FeedCursor.START)) {
      assertThat(stream.read()).isEmpty();
      Cluster.enqueued(instance, "p-1");
      Cluster.enqueued(instance, "p-2");
      List<LogEntry> seen = new ArrayList<>();
      while (seen.size() < 2) {
        stream.next(LONG).forEach(entry -> seen.add(entry.entry()));
      }
      assertThat(seen)
          .map(entry -> ((RecordedEvent) entry).event())
          .hasExactlyElementsOfTypes(PlayerEnqueued.class, PlayersMatched.class);
    }
  }

  @Test
  void aPageTellsWhereToReadOn() {
    IntStream.range(0, 25).forEach(i -> Cluster.enqueued(instance, "p-" + i));
    List<LogEntry> seen = new ArrayList<>();
    FeedSource queue = new FeedSource.OfQueue(Cluster.QUEUE);
    var page = Cluster.value(instance.events().page(queue, FeedCursor.START, 7, this::isEnqueued));
    page.events().forEach(entry -> seen.add(entry.entry()));
    while (page.next().isPresent()) {
      assertThat(page.events()).hasSize(7);
      page =
          Cluster.value(
              instance.events().page(queue, page.next().orElseThrow(), 7, this::isEnqueued));
      page.events().forEach(entry -> seen.add(entry.entry()));
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  private boolean isEnqueued(LogEntry entry) {
    return entry instanceof RecordedEvent recorded && recorded.event() instanceof PlayerEnqueued;
  }

  @Test
  void aStreamEndsWithItsInstance() throws InterruptedException {
    try (EventStream stream = open(new FeedSource.OfQueue(Cluster.QUEUE), FeedCursor.START)) {
      Thread.startVirtualThread(instance::close);
      while (!stream.hasEnded()) {
        stream.next(LONG);
      }
      assertThat(stream.hasEnded()).isTrue();
    }
  }

  @Test
  void anUnknownRoomHasNoStream() {
    assertThat(
            instance.events().open(new FeedSource.OfRoom(new RoomId("nowhere")), FeedCursor.START))
        .isInstanceOf(Outcome.Rejected.class);
  }

  private EventStream open(FeedSource source, FeedCursor after) {
    return Cluster.value(instance.events().open(source, after));
  }
}
