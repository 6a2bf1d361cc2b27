package dev.pairtrail.adapters.archive;

import com.github.luben.zstd.ZstdInputStream;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.CloudEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of an export, which may be a part of a log. To be used by one thread; close it.
 */
public final class ExportReader implements AutoCloseable {
  private final Path file;
  private final BufferedReader in;
  private CloudEvents.@Nullable Line ahead;
  private Optional<QueueName> queue = Optional.empty();
  private Position last = Position.START;
  private long number;

  private ExportReader(Path file, InputStream in) {
    this.file = file;
    // Of bytes that are no text of UTF-8 a decoder made by the charset alone would make some up.
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
  }

  /**
   * Opens an export; it is taken for compressed if it ends in {@code .zst}.
   *
   * @throws ExportException if there is none, or its first line is damaged
   */
  public static ExportReader open(Path file) {
    try {
      ExportReader reader = new ExportReader(file, unpacked(file));
      reader.advance();
      return reader;
    } catch (NoSuchFileException e) {
      throw new ExportException(file + " does not exist");
    } catch (IOException e) {
      throw ExportException.of(file + " cannot be read", e);
    }
  }

  private static InputStream unpacked(Path file) throws IOException {
    if (!file.toString().endsWith(ExportWriter.COMPRESSED)) {
      return Files.newInputStream(file);
    }
    if (Files.size(file) == 0) {
      throw new IOException("it is empty, and so not compressed");
    }
    return new ZstdInputStream(Files.newInputStream(file));
  }

  /** Whose log it is of; empty if nothing is in it. */
  public Optional<QueueName> queue() {
    return queue;
  }

  /**
   * The next entries; fewer than the limit only at the end.
   *
   * @throws ExportException if a line is damaged
   */
  public List<LogEntry> next(int limit) {
    List<LogEntry> entries = new ArrayList<>();
    CloudEvents.Line line = ahead;
    while (line != null && entries.size() < limit) {
      entries.add(line.entry());
      advance();
      line = ahead;
    }
    return entries;
  }

  private void advance() {
    number++;
    try {
      String line = in.readLine();
      ahead = line == null ? null : following(CloudEvents.parsed(line));
    } catch (IOException | RuntimeException e) {
      throw ExportException.of(file + ", line " + number, e);
    }
  }

  private CloudEvents.Line following(CloudEvents.Line line) {
    Position position = line.entry().position();
    if (!position.isAfter(last)) {
      throw new IllegalArgumentException(position + " does not follow " + last);
    }
    if (queue.isPresent() && !queue.get().equals(line.queue())) {
      throw new IllegalArgumentException(
          "it is of the queue "
              + line.queue().value()
              + ", those before of "
              + queue.get().value());
    }
    queue = Optional.of(line.queue());
    last = position;
    return line;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw ExportException.of(file + " cannot be closed", e);
    }
  }
}
