package dev.pairtrail.application.history;

import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chained digest of a log: that of an entry is the SHA-256 over the 32 bytes of the digest
 * before and over the entry's line; before the first entry it is 32 zeros. So the digest at an
 * entry stands for all entries up to it. For one thread.
 */
public final class SealChain {
  private final QueueName queue;
  private final EntryLines lines;
  private final MessageDigest sha256;
  private Digest digest = Digest.NONE;

  /** A chain before the first entry of a log. */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public SealChain(QueueName queue, EntryLines lines) {
    this.queue = queue;
    this.lines = lines;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes on from a known digest. */
  public void resume(String hex) {
    digest = Digest.of(hex);
  }

  /** Adds the next entry. */
  public void add(LogEntry entry) {
    add(lines.line(queue, entry));
  }

  /** Adds the next entry, by its line. */
  void add(String line) {
    sha256.update(digest.bytes());
    digest = new Digest(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** The digest at the last entry, as hexadecimal digits. */
  public String hex() {
    return digest.hex();
  }

  /** The digest at the last entry. */
  Digest digest() {
    return digest;
  }
}
