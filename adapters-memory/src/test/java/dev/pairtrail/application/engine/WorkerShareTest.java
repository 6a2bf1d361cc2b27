package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which entries a worker is done with, and which it gives up. */
final class WorkerShareTest {
  private static final Settings.Workers SETTINGS =
      new Settings.Workers(
          Duration.ofSeconds(30), Duration.ofSeconds(10), 3, Duration.ofMinutes(1));
  private static final Outcome<Position> DONE = new Outcome.Done<>(Position.START);

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock);
  private final Instance instance =
      new Instance(store, clock, new CountedIds(), RuleSet.oneOnOne()).started();
  private final ConsumerGroup group = store.group(Instance.QUEUE, "workers");
  private final Set<Position> discarded = new HashSet<>();
  private final WorkerShare share = share("here");

  private WorkerShare share(String name) {
    return new WorkerShare(
        group,
        group.join(name),
        new UnreadableEntries(store.log(Instance.QUEUE), 100),
        this::discarded,
        Settings.defaults().with(SETTINGS),
        clock);
  }

  private Set<Position> discarded(Collection<Position> positions) {
    return positions.stream().filter(discarded::contains).collect(Collectors.toSet());
  }

  private List<DeadLetter> letters() {
    return group.deadLetters(Position.START, 100);
  }

  private void failAll(WorkerShare share, Cause cause) {
    share.conclude(share.next(), new Outcome.Unavailable<>(cause, "it broke"));
  }

  @Test
  void whatIsHandledIsAcknowledged() {
    instance.turn(instance.enqueue("p-1").message());
    share.conclude(share.next(), DONE);
    assertThat(group.status().pending()).isZero();
    assertThat(letters()).isEmpty();
  }

  @Test
  void whatIsNoEventIsParkedAndTheRestAcknowledged() {
    store.appendUnreadable(Instance.QUEUE, Map.of("hello", "world"));
    instance.turn(instance.enqueue("p-1").message());
    share.conclude(share.next(), DONE);
    assertThat(letters()).extracting(DeadLetter::reason).containsExactly("it is no event");
    assertThat(group.status().pending()).isZero();
  }

  @Test
  void whatWasDiscardedStaysSoThoughTheGroupIsMadeAgain() {
    store.appendUnreadable(Instance.QUEUE, Map.of("hello", "world"));
    share.conclude(share.next(), DONE);
    Position letter = letters().getFirst().position();
    discarded.add(letter);
    group.discard(letter);
    store.removeGroup(Instance.QUEUE, "workers");
    List<Position> again = share.next();
    assertThat(again).contains(letter);
    share.conclude(again, DONE);
    assertThat(letters()).isEmpty();
    assertThat(group.status().pending()).isZero();
  }

  @Test
  void whatKeepsFailingIsParkedAfterSoManyDeliveries() {
    failAll(share, Cause.FAULT);
    clock.advance(Duration.ofSeconds(30));
    failAll(share, Cause.FAULT);
    assertThat(letters()).isEmpty();
    assertThat(group.status().pending()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(30));
    failAll(share, Cause.FAULT);
    assertThat(letters()).extracting(DeadLetter::reason).containsExactly("it broke");
    assertThat(letters()).extracting(DeadLetter::deliveries).containsExactly(3L);
    assertThat(group.status().pending()).isZero();
  }

  @Test
  void aStoreThatFailsParksNothing() {
    for (int outage = 0; outage < 10; outage++) {
      failAll(share, Cause.STORE);
      clock.advance(Duration.ofSeconds(30));
    }
    assertThat(letters()).isEmpty();
    share.conclude(share.next(), DONE);
    assertThat(group.status().pending()).isZero();
  }

  @Test
  void aConsumerThatWentAwayIsRemovedOnceItsEntriesAreClaimed() {
    WorkerShare gone = share("gone");
    failAll(gone, Cause.STORE);
    clock.advance(Duration.ofSeconds(61));
    share.conclude(share.next(), DONE);
    clock.advance(Duration.ofSeconds(61));
    instance.turn(instance.enqueue("p-1").message());
    share.conclude(share.next(), DONE);
    assertThat(group.status().consumers()).extracting(c -> c.name()).containsExactly("here");
  }

  @Test
  void whatWasPassedOverByASnapshotIsLookedUp() {
    UnreadableEntries entries = new UnreadableEntries(store.log(Instance.QUEUE), 2);
    store.appendUnreadable(Instance.QUEUE, Map.of("a", "1"));
    store.appendUnreadable(Instance.QUEUE, Map.of("b", "2"));
    instance.turn(instance.enqueue("p-1").message());
    List<Position> all =
        store.log(Instance.QUEUE).read(Position.START, 100).stream()
            .map(e -> e.position())
            .toList();
    entries.note(store.log(Instance.QUEUE).read(all.get(1), 1).getFirst());
    assertThat(entries.among(all).keySet()).containsExactly(all.get(1), all.get(2));
    assertThat(entries.among(all.subList(3, 4))).isEmpty();
  }
}
