package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.memory.Replica;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Progress;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One deriver works, any other can take over, and each feed has what its log has. */
final class DeriverTest {
  private static final int PAGE = 5;
  private static final Duration TTL = Duration.ofHours(1);
  private static final Settings.Feeds SETTINGS =
      new Settings.Feeds(true, TTL, Duration.ofMillis(250), Duration.ofSeconds(3), 1_000);

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 100);
  private final CountedIds ids = new CountedIds();
  private final Instance instance = new Instance(store, clock, ids, RuleSet.oneOnOne()).started();
  private final FaultyFeeds feeds = new FaultyFeeds(store.feeds());
  private int losses;
  private final Deriver north = deriver("north");
  private final Deriver south = deriver("south");

  private Deriver deriver(String name) {
    FollowedLog log = new FollowedLog(instance.log, instance.log, PAGE);
    return new Deriver(
        Instance.QUEUE, feeds, log, instance.folded::head, () -> losses, SETTINGS, name, clock);
  }

  private void enqueue(String... players) {
    for (String player : players) {
      instance.turn(instance.enqueue(player).message());
    }
    instance.match(instance.folded.head().position());
  }

  /** Turns until it would wait. */
  private void work(Deriver deriver) {
    for (int turns = 0; turns < 100 && deriver.turn().isZero(); turns++) {
      assertThat(turns).isLessThan(99);
    }
  }

  private void wait(Duration duration) {
    clock.advance(duration);
  }

  private List<LogEntry> log() {
    return store.log(Instance.QUEUE).read(Position.START, 1_000);
  }

  private static Tag player(String id) {
    return Tag.player(new PlayerId(id));
  }

  private void assertFeedsAreWhatTheLogHas() {
    assertThat(progress().derived().position()).isEqualTo(log().getLast().position());
    long generation = store.feeds().checkpoint().generation();
    List<Tag> tags =
        log().stream().flatMap(e -> e.tags().stream()).filter(Tag::isPlayerOrRoom).toList();
    for (Tag tag : tags) {
      assertThat(store.feeds().read(tag, 100).generation()).isEqualTo(generation);
      assertThat(of(tag)).isEqualTo(log().stream().filter(e -> e.tags().contains(tag)).toList());
    }
  }

  private List<LogEntry> of(Tag tag) {
    return store.feeds().read(tag, 100).entries().stream().map(FeedEntry::entry).toList();
  }

  private Progress progress() {
    return store.feeds().checkpoint().of(Instance.QUEUE);
  }

  @Test
  void whatTouchesAPlayerOrRoomIsInTheirFeeds() {
    enqueue("a", "b", "c", "d", "e", "f");
    work(north);
    assertFeedsAreWhatTheLogHas();
    enqueue("g", "h");
    work(north);
    assertFeedsAreWhatTheLogHas();
    assertThat(of(player("a"))).hasSize(2);
  }

  @Test
  void whatHadExpiredByNowIsNotDerivedAtFirst() {
    enqueue("old");
    wait(TTL.plusMinutes(1));
    enqueue("new");
    work(north);
    assertThat(log()).filteredOn(e -> e.tags().contains(player("old"))).hasSize(2);
    assertThat(of(player("old"))).hasSize(1);
    assertThat(of(player("new"))).hasSize(2);
  }

  @Test
  void anIdleDeriverAsksTheStoreNowAndThenOnly() {
    enqueue("a", "b");
    work(north);
    work(north);
    int before = feeds.asked;
    for (int i = 0; i < 8; i++) {
      wait(SETTINGS.gather());
      north.turn();
    }
    assertThat(feeds.asked).isEqualTo(before);
    enqueue("c");
    north.turn();
    assertThat(feeds.asked).isEqualTo(before + 1);
    wait(SETTINGS.standBack().multipliedBy(2));
    north.turn();
    assertThat(feeds.asked).isEqualTo(before + 2);
  }

  @Test
  void aDeriverStandsBackWhileAnotherGetsOn() {
    enqueue("a");
    work(north);
    work(south);
    for (int i = 0; i < 5; i++) {
      enqueue("p-" + i);
      work(north);
      wait(SETTINGS.standBack().multipliedBy(2));
      int before = feeds.written;
      assertThat(south.turn()).isEqualTo(SETTINGS.gather());
      assertThat(feeds.written).isEqualTo(before);
    }
    assertFeedsAreWhatTheLogHas();
  }

  @Test
  void aDeriverTakesOverFromOneThatIsGone() {
    enqueue("a");
    work(north);
    work(south);
    enqueue("b");
    work(north);
    south.turn();
    enqueue("c", "d");
    south.turn();
    assertThat(of(player("c"))).isEmpty();
    wait(SETTINGS.standBack().multipliedBy(2));
    work(south);
    assertFeedsAreWhatTheLogHas();
  }

  @Test
  void twoAtOnceAddEachEntryOnce() {
    for (int i = 0; i < 20; i++) {
      enqueue("a-" + i, "b-" + i);
      north.turn();
      south.turn();
      wait(SETTINGS.gather());
    }
    wait(SETTINGS.standBack().multipliedBy(2));
    work(north);
    work(south);
    assertFeedsAreWhatTheLogHas();
  }

  @Test
  void whatWasWrittenBeforeACrashIsNotWrittenAgain() {
    enqueue("a", "b", "c");
    feeds.loseNextReply = true;
    assertThatThrownBy(() -> work(north)).isInstanceOf(StoreUnavailableException.class);
    assertThat(progress().derived().revision()).isZero();
    int written = feeds.written;
    work(south);
    assertFeedsAreWhatTheLogHas();
    assertThat(feeds.written).isEqualTo(written);
  }

  @Test
  void whatTheLogLostIsInNoFeed() {
    enqueue("a", "b");
    work(north);
    Replica replica = store.replica(Instance.QUEUE);
    enqueue("lost");
    work(north);
    failOver(replica);
    wait(SETTINGS.standBack().multipliedBy(2));
    work(north);
    assertThat(of(player("lost"))).isNotEmpty();
    assertThat(store.feeds().read(player("lost"), 10).generation())
        .isLessThan(store.feeds().checkpoint().generation());
    assertFeedsAreWhatTheLogHas();
  }

  /** The feeds have entries of which no checkpoint tells yet but the one that was intended. */
  @Test
  void whatWasWrittenBeforeACrashAndThenLostIsInNoFeed() {
    enqueue("a", "b");
    work(north);
    Replica replica = store.replica(Instance.QUEUE);
    enqueue("a-lost");
    feeds.loseNextReply = true;
    assertThatThrownBy(() -> work(north)).isInstanceOf(StoreUnavailableException.class);
    long before = store.feeds().checkpoint().generation();
    failOver(replica);
    enqueue("next");
    work(south);
    assertThat(store.feeds().checkpoint().generation()).isGreaterThan(before);
    assertFeedsAreWhatTheLogHas();
  }

  @Test
  void aLossThatTheInstanceNoticedHasAllDerivedAnew() {
    enqueue("a", "b");
    work(north);
    long before = store.feeds().checkpoint().generation();
    losses++;
    wait(SETTINGS.standBack().multipliedBy(2));
    work(north);
    wait(SETTINGS.standBack().multipliedBy(2));
    work(south);
    long after = store.feeds().checkpoint().generation();
    assertThat(after).isGreaterThan(before);
    wait(SETTINGS.standBack().multipliedBy(2));
    work(north);
    assertThat(store.feeds().checkpoint().generation()).isEqualTo(after);
    assertFeedsAreWhatTheLogHas();
  }

  private void failOver(Replica replica) {
    store.failOver(Instance.QUEUE, replica);
    wait(Duration.ofSeconds(20));
    instance.turn(new Message.Observed(List.of()));
  }

  @Test
  void aBeginningThatSomebodyTrimmedIsNoLoss() {
    enqueue("a", "b");
    work(north);
    long generation = store.feeds().checkpoint().generation();
    store.trim(Instance.QUEUE, 1);
    enqueue("c", "d");
    store.trim(Instance.QUEUE, 3);
    work(north);
    assertThat(store.feeds().checkpoint().generation()).isEqualTo(generation);
    assertThat(of(player("c"))).hasSize(2);
  }

  @Test
  void aStoreThatForgotTheCheckpointIsGivenALaterGeneration() {
    Feeds later = store.feeds();
    long future = clock.millis() + 1_000;
    later.begin(0, future, Position.START);
    enqueue("a", "b");
    later.append(Instance.QUEUE, future + 5, log(), new Feeds.Kept(TTL, 100));
    work(north);
    wait(Duration.ofSeconds(10));
    work(north);
    assertThat(store.feeds().checkpoint().generation()).isGreaterThanOrEqualTo(future + 5);
    assertFeedsAreWhatTheLogHas();
  }

  @Test
  void entriesOfOtherProgramsAreCounted() {
    store.appendForeign(
        Instance.QUEUE,
        new PlayerEnqueued(new TicketId("x"), Player.of(new PlayerId("x")), clock.instant()));
    instance.turn();
    enqueue("a");
    work(north);
    assertThat(progress().derived()).isEqualTo(new Head(log().getLast().position(), log().size()));
    assertThat(of(player("x"))).isNotEmpty();
  }
}
