package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snapshot beside a log: the newest one that was written, whole, or none. */
abstract class SnapshotContract extends StoreSuite {
  private Snapshots snapshots() {
    return underTest().store().snapshots(QUEUE);
  }

  @Test
  void whatWasWrittenIsTheNewest() {
    QueueSnapshot snapshot = snapshot(new Position(7, 3), 9);
    assertThat(snapshots().head()).isEqualTo(Head.START);
    assertThat(snapshots().write(snapshot)).isTrue();
    assertThat(snapshots().newest()).contains(snapshot);
    assertThat(snapshots().head()).isEqualTo(new Head(new Position(7, 3), 9));
  }

  @Test
  void everyKindOfEventLeavesAStateThatIsKept() {
    QueueState state = new QueueState(QUEUE, 100);
    long revision = 0;
    for (var event : EveryEvent.list()) {
      state.evolve(
          new RecordedEvent(
              new Position(++revision, 0),
              revision,
              Set.of(Tag.request(new RequestKey("key " + revision))),
              Optional.empty(),
              event));
      QueueSnapshot snapshot = state.snapshot();
      assertThat(snapshots().write(snapshot)).isTrue();
      assertThat(snapshots().newest()).contains(snapshot);
    }
  }

  @Test
  void anOlderOneIsNotKept() {
    QueueSnapshot newest = snapshot(new Position(1_795_326_928_712L, 10), 20);
    assertThat(snapshots().write(newest)).isTrue();
    assertThat(snapshots().write(snapshot(new Position(1_795_326_928_712L, 9), 19))).isFalse();
    assertThat(snapshots().write(snapshot(new Position(999_999_999_999L, 11), 18))).isFalse();
    assertThat(snapshots().newest()).contains(newest);
  }

  @Test
  void theSameIsNotKeptAgain() {
    assertThat(snapshots().write(snapshot(new Position(5, 5), 5))).isTrue();
    assertThat(snapshots().write(snapshot(new Position(5, 5), 6))).isFalse();
    assertThat(snapshots().head().revision()).isEqualTo(5);
  }

  /** Beyond 2^53, where a number that is not whole by its type rounds. */
  @Test
  void noDigitOfAPositionIsLost() {
    long millis = 9_007_199_254_740_992L;
    QueueSnapshot snapshot = snapshot(new Position(millis + 1, millis), 2);
    assertThat(snapshots().write(snapshot(new Position(millis, 9), 1))).isTrue();
    assertThat(snapshots().write(snapshot)).isTrue();
    assertThat(snapshots().write(snapshot(new Position(millis + 1, millis + 1), 3))).isTrue();
    assertThat(snapshots().write(snapshot)).isFalse();
    assertThat(snapshots().head().revision()).isEqualTo(3);
  }

  @Test
  void eachQueueHasItsOwn() {
    Snapshots other = underTest().store().snapshots(OTHER_QUEUE);
    assertThat(snapshots().write(snapshot(new Position(5, 0), 5))).isTrue();
    assertThat(other.newest()).isEmpty();
    QueueSnapshot older = snapshot(OTHER_QUEUE, new Position(4, 0), 4);
    assertThat(other.write(older)).isTrue();
    assertThat(other.newest()).contains(older);
    assertThat(snapshots().newest()).isPresent();
  }

  @Test
  void ofManyWritersTheNewestWins() {
    Together.run(
        8,
        writer ->
            () -> {
              for (int i = 1; i <= 20; i++) {
                snapshots().write(snapshot(new Position(i, writer), i));
              }
              return writer;
            });
    assertThat(snapshots().newest()).contains(snapshot(new Position(20, 7), 20));
  }

  @Test
  void oneThatCannotBeReadIsNoneAndANewerOneTakesItsPlace() {
    snapshots().write(snapshot(new Position(5, 0), 5));
    underTest().spoilSnapshot(QUEUE);
    assertThat(snapshots().newest()).isEmpty();
    assertThat(snapshots().write(snapshot(new Position(6, 0), 6))).isTrue();
    assertThat(snapshots().newest()).contains(snapshot(new Position(6, 0), 6));
  }

  @Test
  void itOutlivesItsLogAndIsNoPartOfIt() {
    writer().write(Samples.ticket(1));
    snapshots().write(snapshot(new Position(5, 0), 5));
    assertThat(readAll()).hasSize(1);
    underTest().deleteAll(QUEUE);
    assertThat(snapshots().newest()).isPresent();
  }

  private static QueueSnapshot snapshot(Position position, long revision) {
    return snapshot(QUEUE, position, revision);
  }

  private static QueueSnapshot snapshot(QueueName queue, Position position, long revision) {
    QueueState state = new QueueState(queue, 10);
    state.evolve(
        new RecordedEvent(
            position, revision, Samples.ticket(1).tags(), Optional.empty(), Samples.enqueued(1)));
    return state.snapshot();
  }
}
