package dev.pairtrail.adapters.archive;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.CloudEvents;
import dev.pairtrail.format.Digests;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The bytes and the name of a segment: lines of CloudEvents, compressed with zstd. */
final class SegmentFile {
  private static final int LEVEL = 6;
  private static final String ENDING = ".ndjson.zst";
  private static final int DIGITS = 12;

  private SegmentFile() {}

  /** The same for every instance, so that one alone can write the segment that begins there. */
  static String name(QueueName queue, long firstRevision) {
    return String.format(Locale.ROOT, "%s-%012d%s", queue.value(), firstRevision, ENDING);
  }

  /** The first revision of a file of this queue; empty if it is none. */
  static OptionalLong firstRevision(QueueName queue, String name) {
    String prefix = queue.value() + "-";
    int length = prefix.length() + DIGITS + ENDING.length();
    if (name.length() != length || !name.startsWith(prefix) || !name.endsWith(ENDING)) {
      return OptionalLong.empty();
    }
    String digits = name.substring(prefix.length(), prefix.length() + DIGITS);
    return digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  static byte[] bytes(QueueName queue, List<LogEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(new ZstdOutputStream(bytes, LEVEL), StandardCharsets.UTF_8))) {
      for (LogEntry entry : entries) {
        out.write(CloudEvents.line(queue, entry));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The entries of a file.
   *
   * @param file for people to read
   */
  static List<LogEntry> entries(byte[] bytes, String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
      return in.lines().map(CloudEvents::entry).toList();
    } catch (IOException | RuntimeException e) {
      throw new ArchiveException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** What a manifest says of these entries. */
  static Segment segment(String name, long firstRevision, List<LogEntry> entries, byte[] bytes) {
    return new Segment(
        name,
        entries.getFirst().position(),
        entries.getLast().position(),
        firstRevision,
        firstRevision + entries.size() - 1,
        Digests.sha256(bytes));
  }
}
