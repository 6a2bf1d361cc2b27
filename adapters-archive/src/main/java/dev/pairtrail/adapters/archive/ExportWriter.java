package dev.pairtrail.adapters.archive;

import com.github.luben.zstd.ZstdOutputStream;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.CloudEvents;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes entries as lines of CloudEvents. To be used by one thread. A file has its name only when
 * all is written and synced; closed before that, nothing of it stays.
 */
public final class ExportWriter implements AutoCloseable {
  /** The ending of a file that is compressed. */
  static final String COMPRESSED = ".zst";

  private static final int LEVEL = 6;

  private final QueueName queue;
  private final String target;
  private final Writer out;
  private final PendingFile file;

  private ExportWriter(QueueName queue, String target, OutputStream out, PendingFile file) {
    this.queue = queue;
    this.target = target;
    this.file = file;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** Writes a file, in the place of one that is there; compressed if it ends in {@code .zst}. */
  public static ExportWriter to(QueueName queue, Path file) {
    try {
      PendingFile pending = PendingFile.beside(file);
      return new ExportWriter(queue, file.toString(), packed(file, pending.out()), pending);
    } catch (IOException e) {
      throw ExportException.of(file + " cannot be written", e);
    }
  }

  private static OutputStream packed(Path file, OutputStream out) throws IOException {
    return file.toString().endsWith(COMPRESSED)
        ? new ZstdOutputStream(out, LEVEL).setChecksum(true)
        : out;
  }

  /**
   * Writes to a stream, uncompressed, and does not close it.
   *
   * @param target names it, for people
   */
  public static ExportWriter to(QueueName queue, String target, OutputStream out) {
    return new ExportWriter(queue, target, out, PendingFile.none());
  }

  /**
   * Adds entries.
   *
   * @throws ExportException if they cannot be written
   */
  public void write(List<LogEntry> entries) {
    try {
      for (LogEntry entry : entries) {
        out.write(CloudEvents.line(queue, entry));
        out.write('\n');
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Nothing follows: whoever looks for the file now finds all of it.
   *
   * @throws ExportException if it cannot be written
   */
  public void finish() {
    try {
      out.flush();
      if (file.isThere()) {
        out.close();
        file.name();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ExportException failed(IOException e) {
    return ExportException.of(target + " cannot be written", e);
  }

  @Override
  public void close() {
    file.discard();
  }
}
