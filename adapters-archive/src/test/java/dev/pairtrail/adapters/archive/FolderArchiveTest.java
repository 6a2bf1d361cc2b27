package dev.pairtrail.adapters.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.portcontracts.ArchiveContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a folder does what every archive must, and outlives what happens to files. */
final class FolderArchiveTest extends ArchiveContract {
  private static final QueueName QUEUE = new QueueName("arena");
  private static final Path SAMPLE = Path.of("src/test/resources/archive-v1");

  @TempDir private Path folder;

  @Override
  protected Archive open() {
    return new FolderArchive(folder.resolve("made/when/needed"));
  }

  @Override
  protected Archive openAgain() {
    return open();
  }

  @Override
  protected void damage(Segment segment) {
    Path file = path(segment.file());
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String file) {
    return folder.resolve("made/when/needed").resolve(file);
  }

  @Test
  void anArchiveOfTheFirstFormatIsReadForEver() {
    Archive sample = new FolderArchive(SAMPLE);
    assertThat(sample.segments(QUEUE)).map(Segment::count).containsExactly(3L, 2L);
    assertThat(sample.segments(QUEUE))
        .flatExtracting(segment -> sample.read(QUEUE, segment))
        .isEqualTo(entries(1, 5));
  }

  @Test
  void filesAreNamedByQueueAndFirstRevisionAndNothingElseIsLeft() throws IOException {
    open().write(QUEUE, 1, entries(1, 3));
    open().write(QUEUE, 4, entries(4, 5));
    try (Stream<Path> files = Files.list(path("."))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "arena-000000000001.ndjson.zst",
              "arena-000000000004.ndjson.zst",
              "arena.manifest.json");
    }
  }

  @Test
  void aMissingSegmentIsAnErrorThatNamesIt() throws IOException {
    Segment first = open().write(QUEUE, 1, entries(1, 3));
    open().write(QUEUE, 4, entries(4, 5));
    Files.delete(path(first.file()));
    assertThatThrownBy(() -> open().read(QUEUE, first))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("arena-000000000001.ndjson.zst");
  }

  /** As after a crash between the two, or where another instance overwrote the manifest. */
  @Test
  void segmentsThatTheManifestLacksAreFound() throws IOException {
    Segment first = open().write(QUEUE, 1, entries(1, 3));
    byte[] early = Files.readAllBytes(path("arena.manifest.json"));
    Segment second = open().write(QUEUE, 4, entries(4, 5));
    Segment third = open().write(QUEUE, 6, entries(6, 9));
    Files.write(path("arena.manifest.json"), early);
    assertThat(open().segments(QUEUE)).containsExactly(first, second, third);
    Files.delete(path("arena.manifest.json"));
    assertThat(open().segments(QUEUE)).containsExactly(first, second, third);
    Segment fourth = open().write(QUEUE, 10, entries(10, 10));
    assertThat(open().segments(QUEUE)).containsExactly(first, second, third, fourth);
  }

  @Test
  void aDamagedManifestIsAnErrorThatNamesIt() throws IOException {
    open().write(QUEUE, 1, entries(1, 3));
    Files.writeString(path("arena.manifest.json"), "{\"format\":1,");
    assertThatThrownBy(() -> open().segments(QUEUE)).hasMessageContaining("arena.manifest.json");
    Files.writeString(
        path("arena.manifest.json"), "{\"format\":2,\"queue\":\"arena\",\"segments\":[]}");
    assertThatThrownBy(() -> open().segments(QUEUE)).hasMessageContaining("format 2");
  }

  @Test
  void aFolderThatCannotBeMadeIsAnErrorThatNamesIt() throws IOException {
    Files.writeString(folder.resolve("made"), "a file where a folder should be");
    assertThatThrownBy(() -> open().write(QUEUE, 1, entries(1, 3)))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("made/when/needed");
  }

  private static List<LogEntry> entries(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .<LogEntry>mapToObj(
            i -> new UnreadableEntry(new Position(i, 0), i, Set.of(), "why", Map.of("n", "" + i)))
        .toList();
  }
}
