package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds.Content;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each entry gets into each of its feeds once, in the order of its log, whoever writes how often.
 */
abstract class FeedsContract extends FeedsSuite {
  private static final int WRITERS = 6;
  private static final long GIVE_UP_NANOS = 20_000_000_000L;

  @Test
  void anEntryIsInTheFeedOfEachPlayerAndRoomThatItTouches() {
    RecordedEvent joined =
        entry(1, new PlayerJoinedRoom(new PlayerId("a:b|c@d"), new RoomId("r-1"), Samples.TIME));
    OptionalInt added = feeds().append(QUEUE, begin(5), List.of(joined), KEPT);
    assertThat(added).hasValue(2);
    for (Tag feed : List.of(Tag.player(new PlayerId("a:b|c@d")), Tag.room(new RoomId("r-1")))) {
      assertThat(feeds().read(feed, ALL))
          .isEqualTo(new Content(5, List.of(new FeedEntry(QUEUE, joined))));
    }
    assertThat(feeds().read(Tag.player(new PlayerId("r-1")), ALL)).isEqualTo(Content.NONE);
  }

  @Test
  void otherTagsHaveNoFeed() {
    RecordedEvent first = entry(1, Samples.enqueued(1));
    RecordedEvent tagged =
        new RecordedEvent(
            first.position(),
            1,
            Set.of(player(1), Samples.tag(1), new Tag("player:{x}"), new Tag("room:")),
            first.metadata(),
            first.event());
    assertThat(feeds().append(QUEUE, begin(1), List.of(tagged), KEPT)).hasValue(1);
    assertThat(of(player(1))).containsExactly(tagged);
  }

  @Test
  void whatOtherProgramsWroteIsInTheFeedsAsWell() {
    RecordedEvent ours = entry(7, Samples.enqueued(1));
    RecordedEvent foreign =
        new RecordedEvent(ours.position(), 0, ours.tags(), Optional.empty(), ours.event());
    feeds().append(QUEUE, begin(1), List.of(foreign), KEPT);
    assertThat(of(player(1))).containsExactly(foreign);
  }

  @Test
  void everyEventIsReadAsItWasWritten() {
    List<LogEntry> entries = new ArrayList<>();
    EveryEvent.list().forEach(event -> entries.add(entry(entries.size() + 1, event)));
    feeds().append(QUEUE, begin(1), entries, KEPT);
    List<Tag> tags =
        entries.stream().flatMap(e -> e.tags().stream()).filter(Tag::isPlayerOrRoom).toList();
    assertThat(tags).isNotEmpty();
    for (Tag tag : tags) {
      assertThat(of(tag))
          .isEqualTo(entries.stream().filter(entry -> entry.tags().contains(tag)).toList());
    }
  }

  @Test
  void whatIsRepeatedIsThereOnce() {
    List<LogEntry> entries = entriesOf(1, 20);
    begin(1);
    assertThat(feeds().append(QUEUE, 1, entries.subList(0, 12), KEPT)).hasValue(12);
    assertThat(feeds().append(QUEUE, 1, entries.subList(5, 20), KEPT)).hasValue(8);
    assertThat(feeds().append(QUEUE, 1, entries, KEPT)).hasValue(0);
    assertThat(of(player(1))).isEqualTo(entries);
  }

  /** A lost digit or a comparison as text would take one for the other. */
  @Test
  void positionsAreToldApartToTheLastDigit() {
    long last = 9_007_199_254_740_993L;
    List<LogEntry> entries = new ArrayList<>();
    for (Position position :
        List.of(
            new Position(9, 5),
            new Position(10, 0),
            new Position(MILLIS, 9),
            new Position(MILLIS, 10),
            new Position(MILLIS, last),
            new Position(MILLIS, last + 1))) {
      entries.add(entry(position, 1, Samples.enqueued(1)));
    }
    begin(1);
    for (LogEntry entry : entries) {
      assertThat(feeds().append(QUEUE, 1, List.of(entry), KEPT)).hasValue(1);
      assertThat(feeds().append(QUEUE, 1, List.of(entry), KEPT)).hasValue(0);
    }
    assertThat(of(player(1))).isEqualTo(entries);
  }

  @Test
  void eachQueueHasAWatermarkOfItsOwn() {
    RecordedEvent late = entry(9, Samples.enqueued(1));
    RecordedEvent early = entry(2, Samples.enqueued(1));
    begin(1);
    feeds().append(QUEUE, 1, List.of(late), KEPT);
    feeds().append(OTHER_QUEUE, 1, List.of(early), KEPT);
    feeds().append(QUEUE, 1, List.of(early), KEPT);
    assertThat(of(player(1))).containsExactly(late);
    assertThat(of(player(1), OTHER_QUEUE)).containsExactly(early);
  }

  @Test
  void writersWhoRaceAddEachEntryOnceAndInOrder() {
    List<LogEntry> entries = entriesOf(1, 300);
    begin(1);
    List<Integer> added =
        Together.run(WRITERS, writer -> () -> writeInPieces(entries, new Random(writer)));
    assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(entries.size());
    assertThat(of(player(1))).isEqualTo(entries);
  }

  /** Some pieces twice, as after a lost reply. */
  private int writeInPieces(List<LogEntry> entries, Random random) {
    int added = 0;
    for (int from = 0; from < entries.size(); ) {
      int to = Math.min(entries.size(), from + 1 + random.nextInt(20));
      added += feeds().append(QUEUE, 1, entries.subList(from, to), KEPT).orElseThrow();
      from = random.nextInt(5) == 0 ? from : to;
    }
    return added;
  }

  @Test
  void aLaterGenerationBeginsAnEmptyFeed() {
    List<LogEntry> entries = entriesOf(1, 4);
    feeds().append(QUEUE, begin(1), entries, KEPT);
    assertThat(feeds().begin(1, 2, Position.START)).isTrue();
    assertThat(feeds().read(player(1), ALL).generation()).isEqualTo(1);
    assertThat(feeds().append(QUEUE, 2, entries.subList(2, 4), KEPT)).hasValue(2);
    assertThat(feeds().read(player(1), ALL).generation()).isEqualTo(2);
    assertThat(of(player(1))).isEqualTo(entries.subList(2, 4));
  }

  @Test
  void aWriterOfAnEarlierGenerationAddsNothing() {
    List<LogEntry> entries = entriesOf(1, 3);
    begin(1);
    feeds().begin(1, 2, Position.START);
    feeds().append(QUEUE, 2, entries.subList(0, 1), KEPT);
    assertThat(feeds().append(QUEUE, 1, entries, KEPT)).isEmpty();
    assertThat(of(player(1))).isEqualTo(entries.subList(0, 1));
  }

  @Test
  void aFeedKeepsItsLastEntries() {
    List<LogEntry> entries = entriesOf(1, 1_500);
    feeds().append(QUEUE, begin(1), entries, new Kept(Duration.ofHours(1), 200));
    List<LogEntry> kept = of(player(1));
    assertThat(kept).hasSizeBetween(200, 400);
    assertThat(kept).isEqualTo(entries.subList(entries.size() - kept.size(), entries.size()));
    assertThat(feeds().append(QUEUE, 1, entries, KEPT)).hasValue(0);
  }

  @Test
  void noMoreIsReadThanAskedFor() {
    List<LogEntry> entries = entriesOf(1, 30);
    feeds().append(QUEUE, begin(1), entries, KEPT);
    assertThat(feeds().read(player(1), 10).entries())
        .extracting(FeedEntry::entry)
        .isEqualTo(entries.subList(20, 30));
    assertThatIllegalArgumentException().isThrownBy(() -> feeds().read(player(1), 0));
  }

  @Test
  void aFeedEndsAfterItsTime() {
    begin(1);
    feeds().append(QUEUE, 1, entriesOf(1, 3), KEPT);
    feeds().append(QUEUE, 1, entriesOf(2, 3), new Kept(Duration.ofMillis(30), 100));
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    while (!feeds().read(player(2), ALL).equals(Content.NONE) && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertThat(feeds().read(player(2), ALL)).isEqualTo(Content.NONE);
    assertThat(of(player(1))).hasSize(3);
    LogEntry next = entry(4, Samples.enqueued(2));
    assertThat(feeds().append(QUEUE, 1, List.of(next), KEPT)).hasValue(1);
    assertThat(of(player(2))).containsExactly(next);
  }

  @Test
  void manyFeedsAreWrittenAtOnce() {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      entries.add(entry(i, Samples.enqueued(i % 400)));
    }
    assertThat(feeds().append(QUEUE, begin(1), entries, KEPT)).hasValue(1_000);
    assertThat(of(player(17))).containsExactly(entries.get(16), entries.get(416), entries.get(816));
  }
}
