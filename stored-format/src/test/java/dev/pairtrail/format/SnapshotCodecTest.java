package dev.pairtrail.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Snapshots that were written once are read, those that are damaged or newer are not. */
final class SnapshotCodecTest {
  private static final Path SAMPLE = Path.of("src/test/resources/snapshots/v1.snapshot");
  private static final Instant TIME = Instant.parse("2026-01-05T10:00:00.123456789Z");

  /** Taken of the state that the sample log folds to. Like that log, the file never changes. */
  @Test
  void aSnapshotOfTheFirstFormatIsReadForEver() throws IOException {
    assertThat(SnapshotCodec.decode(Files.readAllBytes(SAMPLE)))
        .isEqualTo(StoredLogTest.folded("v1").snapshot());
  }

  @Test
  void whatIsWrittenIsReadAtEveryEntryOfALog() {
    for (String name : new String[] {"v1", "v3", "plain-service"}) {
      QueueState state = new QueueState(new QueueName("ranked"), 3);
      StoredLogTest.log(name)
          .forEach(stored -> {
            state.evolve(stored.read());
            assertThat(SnapshotCodec.decode(SnapshotCodec.encode(state.snapshot())))
                .isEqualTo(state.snapshot());
          });
    }
  }

  @Test
  void theSameStateHasTheSameBytes() {
    assertThat(SnapshotCodec.encode(StoredLogTest.folded("v1").snapshot()))
        .isEqualTo(SnapshotCodec.encode(StoredLogTest.folded("v1").snapshot()));
  }

  /** Other programs may use one key twice; which ticket it stands for is not in the tickets. */
  @Test
  void requestsThatSeveralTicketsNameAreKeptAsTheyAre() {
    QueueState state = new QueueState(new QueueName("ranked"), 1);
    evolve(state, 1, enqueued("a"));
    evolve(state, 2, enqueued("b"));
    roundTrip(state);
    evolve(state, 3, new TicketCancelled(new TicketId("b"), TIME));
    evolve(state, 4, enqueued("c"));
    roundTrip(state);
    evolve(state, 5, new TicketCancelled(new TicketId("a"), TIME));
    roundTrip(state);
    evolve(state, 6, new TicketCancelled(new TicketId("c"), TIME));
    roundTrip(state);
  }

  @Test
  void whatWasDiscardedStaysDiscarded() {
    QueueState state = new QueueState(new QueueName("ranked"), 1);
    Position letter = new Position(7, 3);
    Optional<KeyName> ops = Optional.of(new KeyName("ops"));
    evolve(state, 9, new DeadLetterDiscarded(letter, "workers", "it is no event", ops, TIME));
    QueueSnapshot read = SnapshotCodec.decode(SnapshotCodec.encode(state.snapshot()));
    QueueState restored = QueueState.restored(read, 1);
    assertThat(restored.isDiscarded(letter, "workers")).isTrue();
    assertThat(restored.isDiscarded(letter, "others")).isFalse();
    assertThat(restored.snapshot()).isEqualTo(state.snapshot());
  }

  @Test
  void theLastSealIsKept() {
    QueueState state = new QueueState(new QueueName("ranked"), 1);
    evolve(state, 9, new LogSealed(new Position(7, 3), 5, "ab".repeat(32), TIME));
    roundTrip(state);
    assertThat(state.seal()).isPresent();
  }

  private static void roundTrip(QueueState state) {
    QueueSnapshot snapshot = state.snapshot();
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
  }

  private static Event enqueued(String name) {
    Player player = new Player(new PlayerId(name), Map.of(), Map.of("eu", 3));
    return new PlayerEnqueued(new TicketId(name), player, TIME);
  }

  private static void evolve(QueueState state, long number, Event event) {
    Set<Tag> tags = Set.of(Tag.request(new RequestKey("the same")));
    state.evolve(new RecordedEvent(new Position(number, 0), number, tags, Optional.empty(), event));
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    for (int at = sample.length / 4; at < sample.length; at += 7) {
      byte[] damaged = sample.clone();
      damaged[at] ^= 0x10;
      assertThatThrownBy(() -> SnapshotCodec.decode(damaged))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> SnapshotCodec.decode(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewerFormatIsNamed() throws IOException {
    String sample = new String(Files.readAllBytes(SAMPLE), StandardCharsets.ISO_8859_1);
    byte[] newer =
        sample.replaceFirst("\"format\":1", "\"format\":2").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> SnapshotCodec.decode(newer)).hasMessageContaining("format 2");
  }
}
