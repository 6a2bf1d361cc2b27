package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pairtrail.application.port.Feeds.Checkpoint;
import dev.pairtrail.application.port.Feeds.Move;
import dev.pairtrail.application.port.Feeds.Progress;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It is known how far the feeds are derived; that only moves forward, within a generation. */
abstract class FeedsCheckpointContract extends FeedsSuite {
  private static final int THREADS = 8;
  private static final Head FIRST = new Head(new Position(MILLIS, 9), 9);
  private static final Head SECOND = new Head(new Position(MILLIS, 10), 10);
  private static final Head THIRD = new Head(new Position(10 * MILLIS, 0), 11);

  @Test
  void atFirstNothingIsDerived() {
    assertThat(feeds().checkpoint()).isEqualTo(Checkpoint.NONE);
    assertThat(feeds().intend(QUEUE, 1, FIRST)).isEqualTo(Move.STALE);
    assertThat(feeds().advance(QUEUE, 1, FIRST)).isEqualTo(Move.STALE);
  }

  @Test
  void aGenerationBeginsWhereItIsToldTo() {
    assertThat(feeds().begin(0, MILLIS, FIRST.position())).isTrue();
    Head start = new Head(FIRST.position(), 0);
    Checkpoint begun = feeds().checkpoint();
    assertThat(begun).isEqualTo(new Checkpoint(MILLIS, FIRST.position(), Map.of()));
    assertThat(begun.of(QUEUE)).isEqualTo(new Progress(start, start));
  }

  @Test
  void whatIsIntendedAndWhatIsDoneAreToldApart() {
    begin(1);
    assertThat(feeds().intend(QUEUE, 1, SECOND)).isEqualTo(Move.FORWARD);
    assertThat(feeds().checkpoint().of(QUEUE))
        .isEqualTo(new Progress(new Head(Position.START, 0), SECOND));
    assertThat(feeds().advance(QUEUE, 1, FIRST)).isEqualTo(Move.FORWARD);
    assertThat(feeds().checkpoint().of(QUEUE)).isEqualTo(new Progress(FIRST, SECOND));
    assertThat(feeds().advance(QUEUE, 1, THIRD)).isEqualTo(Move.FORWARD);
    assertThat(feeds().checkpoint().of(QUEUE)).isEqualTo(new Progress(THIRD, THIRD));
  }

  @Test
  void aNoteOnlyMovesForward() {
    begin(1);
    for (Head head : List.of(FIRST, SECOND, THIRD)) {
      assertThat(feeds().advance(QUEUE, 1, head)).isEqualTo(Move.FORWARD);
      assertThat(feeds().advance(QUEUE, 1, head)).isEqualTo(Move.BEHIND);
    }
    assertThat(feeds().advance(QUEUE, 1, SECOND)).isEqualTo(Move.BEHIND);
    assertThat(feeds().intend(QUEUE, 1, THIRD)).isEqualTo(Move.FORWARD);
    assertThat(feeds().intend(QUEUE, 1, FIRST)).isEqualTo(Move.BEHIND);
    assertThat(feeds().checkpoint().of(QUEUE)).isEqualTo(new Progress(THIRD, THIRD));
  }

  @Test
  void eachQueueHasItsOwn() {
    begin(1);
    feeds().advance(QUEUE, 1, THIRD);
    feeds().advance(OTHER_QUEUE, 1, FIRST);
    assertThat(feeds().checkpoint().queues())
        .isEqualTo(
            Map.of(QUEUE, new Progress(THIRD, THIRD), OTHER_QUEUE, new Progress(FIRST, FIRST)));
  }

  @Test
  void theNextGenerationKnowsNothingOfTheOneBefore() {
    begin(1);
    feeds().intend(QUEUE, 1, THIRD);
    feeds().advance(QUEUE, 1, SECOND);
    assertThat(feeds().begin(1, 7, FIRST.position())).isTrue();
    assertThat(feeds().checkpoint()).isEqualTo(new Checkpoint(7, FIRST.position(), Map.of()));
    assertThat(feeds().advance(QUEUE, 1, THIRD)).isEqualTo(Move.STALE);
    assertThat(feeds().advance(QUEUE, 7, SECOND)).isEqualTo(Move.FORWARD);
  }

  @Test
  void onlyWhoKnowsTheNewestBeginsTheNext() {
    begin(3);
    assertThat(feeds().begin(0, 4, Position.START)).isFalse();
    assertThat(feeds().begin(2, 4, Position.START)).isFalse();
    assertThat(feeds().checkpoint().generation()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> feeds().begin(3, 3, Position.START));
  }

  @Test
  void ofThoseWhoRaceOneBegins() {
    List<Boolean> begun =
        Together.run(THREADS, i -> () -> feeds().begin(0, 10 + i, new Position(i, 0)));
    assertThat(begun).filteredOn(b -> b).hasSize(1);
    int winner = begun.indexOf(true);
    assertThat(feeds().checkpoint())
        .isEqualTo(new Checkpoint(10 + winner, new Position(winner, 0), Map.of()));
  }
}
