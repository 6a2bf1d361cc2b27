package dev.pairtrail.adapters.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export is there as a whole, comes back as it was, and says where it is damaged. */
final class ExportFileTest {
  private static final QueueName QUEUE = new QueueName("arena");
  private static final long MILLIS = 1_795_326_928_712L;

  @TempDir private Path folder;
  private Path plain;
  private Path compressed;

  @BeforeEach
  void name() {
    plain = folder.resolve("log.ndjson");
    compressed = folder.resolve("log.ndjson.zst");
  }

  @Test
  void everyEntryComesBackAsItWas() {
    List<LogEntry> entries = entries(100);
    for (Path file : List.of(plain, compressed)) {
      write(QUEUE, file, entries);
      try (ExportReader reader = ExportReader.open(file)) {
        assertThat(reader.queue()).contains(QUEUE);
        assertThat(reader.next(70)).isEqualTo(entries.subList(0, 70));
        assertThat(reader.next(70)).isEqualTo(entries.subList(70, 101));
        assertThat(reader.next(70)).isEmpty();
      }
    }
  }

  @Test
  void itIsTextUnlessItsNameEndsInZst() throws IOException {
    write(QUEUE, plain, entries(50));
    write(QUEUE, compressed, entries(50));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExportWriter writer = ExportWriter.to(QUEUE, "nowhere", out)) {
      writer.write(entries(50));
      writer.finish();
    }
    assertThat(Files.readAllLines(plain)).hasSize(51).allMatch(line -> line.startsWith("{"));
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(plain));
    assertThat(Files.size(compressed)).isLessThan(Files.size(plain) / 4);
  }

  @Test
  void aBrokenExportLeavesNothingAndTheOneBeforeStays() throws IOException {
    write(QUEUE, compressed, entries(1));
    byte[] before = Files.readAllBytes(compressed);
    try (ExportWriter writer = ExportWriter.to(QUEUE, compressed)) {
      writer.write(entries(1_000));
    }
    assertThat(Files.readAllBytes(compressed)).isEqualTo(before);
    assertThat(names()).containsExactly("log.ndjson.zst");
    assertThatThrownBy(() -> ExportWriter.to(QUEUE, folder)).hasMessageContaining("folder");
    assertThatThrownBy(() -> ExportWriter.to(QUEUE, folder.resolve("no/where")))
        .isInstanceOf(ExportException.class);
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    write(QUEUE, plain, entries(3));
    List<String> lines = Files.readAllLines(plain);
    damaged(lines, 2, "{\"specversion\":", "line 3: ");
    damaged(lines, 1, "", "line 2: ");
    damaged(lines, 3, lines.get(2), "line 4: " + MILLIS + "-3 does not follow " + MILLIS + "-3");
    damaged(
        lines, 0, lines.get(0).replace("/v1/queues/", "urn:"), "line 1: the source is no queue");
    damaged(
        lines,
        1,
        lines.get(1).replace("queues/arena", "queues/other"),
        "line 2: it is of the queue other, those before of arena");
    damaged(
        lines, 1, lines.get(1).replace("\"timestamp\":\"2026", "\"timestamp\":\"+99999"), "age");
  }

  private void damaged(List<String> lines, int index, String line, String said) throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(index, line);
    Files.write(plain, changed);
    assertThatThrownBy(() -> ExportedStore.read(plain))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith(plain + ", line ")
        .hasMessageContaining(said)
        .hasMessageNotContaining("\n");
  }

  @Test
  void soAreBytesThatAreNotThere() throws IOException {
    write(QUEUE, compressed, entries(1_000));
    byte[] all = Files.readAllBytes(compressed);
    Files.write(compressed, Arrays.copyOf(all, all.length - 3));
    refused(compressed, "line 1");
    Files.write(compressed, new byte[0]);
    refused(compressed, "it is empty");
    Files.write(plain, new byte[] {'{', (byte) 0xff, '}', '\n'});
    refused(plain, "line 1: ");
    refused(folder.resolve("none"), "does not exist");
  }

  private static void refused(Path file, String said) {
    assertThatThrownBy(() -> ExportedStore.read(file))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(said);
  }

  @Test
  void itIsReadLikeALogAndNeverChanged() {
    List<LogEntry> entries = entries(10);
    write(QUEUE, compressed, entries);
    ExportedStore store = ExportedStore.read(compressed);
    EventLog log = store.log(QUEUE);
    assertThat(store.queue()).contains(QUEUE);
    assertThat(log.read(Position.START, 4)).isEqualTo(entries.subList(0, 4));
    assertThat(log.read(new Position(MILLIS, 4), 3)).isEqualTo(entries.subList(4, 7));
    assertThat(log.read(new Position(MILLIS, 9), 100)).isEqualTo(entries.subList(9, 11));
    assertThat(log.read(entries.getLast().position(), 100)).isEmpty();
    assertThat(log.append(List.of(), new AppendCondition(Head.START, Set.of())))
        .isInstanceOf(AppendResult.Refused.class);
    assertThat(log.trim(new Position(MILLIS, 4))).isInstanceOf(TrimResult.Refused.class);
    assertThat(store.log(new QueueName("other")).read(Position.START, 1)).isEmpty();
  }

  @Test
  void anEmptyOneIsOfNoQueue() {
    write(QUEUE, compressed, List.of());
    ExportedStore store = ExportedStore.read(compressed);
    assertThat(store.queue()).isEmpty();
    assertThat(store.log(QUEUE).read(Position.START, 1)).isEmpty();
  }

  private static void write(QueueName queue, Path file, List<LogEntry> entries) {
    try (ExportWriter writer = ExportWriter.to(queue, file)) {
      writer.write(entries);
      writer.finish();
    }
  }

  /** So many tickets, and then what is no event. */
  private static List<LogEntry> entries(int tickets) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 1; i <= tickets; i++) {
      PlayerEnqueued event =
          new PlayerEnqueued(
              new TicketId("t-" + i),
              Player.of(new PlayerId("p-" + i)),
              Instant.parse("2026-01-05T10:00:00.123456789Z"));
      entries.add(
          new RecordedEvent(
              new Position(MILLIS, i), i, EventTags.of(event), Optional.empty(), event));
    }
    Map<String, String> fields = Map.of("hello", "wörld", "n", "{\"a\":1", "z", "");
    entries.add(
        new UnreadableEntry(new Position(MILLIS, tickets + 1L), 0, Set.of(), "why", fields));
    return entries;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
