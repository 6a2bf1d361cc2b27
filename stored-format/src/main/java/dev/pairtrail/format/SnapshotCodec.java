package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Between snapshots and bytes: a line of JSON that says what follows, then JSON compressed with
 * zstd. Thread-safe.
 */
public final class SnapshotCodec {
  /** What this version writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  private static final int LEVEL = 3;
  private static final ObjectReader HEADER_READER = EntryCodec.MAPPER.readerFor(Header.class);
  private static final ObjectWriter HEADER_WRITER = EntryCodec.MAPPER.writerFor(Header.class);
  private static final ObjectReader READER = EntryCodec.MAPPER.readerFor(StoredSnapshot.class);
  private static final ObjectWriter WRITER = EntryCodec.MAPPER.writerFor(StoredSnapshot.class);

  private SnapshotCodec() {}

  /**
   * The first line.
   *
   * @param sha256 of the bytes after it, as hexadecimal digits
   */
  record Header(
      @JsonProperty(required = true) Integer format,
      @JsonProperty(required = true) String queue,
      @JsonProperty(required = true) String position,
      @JsonProperty(required = true) Long revision,
      @JsonProperty(required = true) String sha256) {}

  /** The bytes of a snapshot. */
  public static byte[] encode(QueueSnapshot snapshot) {
    byte[] body = body(snapshot);
    Header header =
        new Header(
            FORMAT,
            snapshot.queue().value(),
            snapshot.head().position().toString(),
            snapshot.head().revision(),
            Digests.sha256(body));
    byte[] line =
        (HEADER_WRITER.writeValueAsString(header) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(line, line.length + body.length);
    System.arraycopy(body, 0, all, line.length, body.length);
    return all;
  }

  private static byte[] body(QueueSnapshot snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(bytes, LEVEL)) {
      WRITER.writeValue(out, SnapshotMapping.stored(snapshot));
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The snapshot of these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of a newer format, and says which
   */
  public static QueueSnapshot decode(byte[] bytes) {
    int end = indexOfLineEnd(bytes);
    Header header = header(new String(bytes, 0, end, StandardCharsets.UTF_8));
    if (header.format() != FORMAT) {
      throw new IllegalArgumentException(
          "it has the format " + header.format() + ", and this version reads " + FORMAT);
    }
    byte[] body = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    if (!Digests.sha256(body).equals(header.sha256())) {
      throw new IllegalArgumentException("it is damaged: its digest is not that of its content");
    }
    try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(body))) {
      return SnapshotMapping.domain(READER.readValue(in));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("its content cannot be read: " + e.getMessage(), e);
    }
  }

  private static int indexOfLineEnd(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    throw new IllegalArgumentException("it is damaged: it has no first line");
  }

  private static Header header(String line) {
    try {
      return HEADER_READER.readValue(line);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("it is damaged: its first line cannot be read", e);
    }
  }
}
