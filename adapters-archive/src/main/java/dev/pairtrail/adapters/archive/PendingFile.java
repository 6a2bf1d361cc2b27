package dev.pairtrail.adapters.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is written under another name beside its own, which it gets at the end. */
final class PendingFile {
  private static final Path NOWHERE = Path.of("");

  private final Path written;
  private final Path file;
  private final OutputStream out;

  private PendingFile(Path written, Path file, OutputStream out) {
    this.written = written;
    this.file = file;
    this.out = out;
  }

  /** No file at all, where something else is written to. */
  static PendingFile none() {
    return new PendingFile(NOWHERE, NOWHERE, OutputStream.nullOutputStream());
  }

  static PendingFile beside(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    Path written = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    OutputStream out =
        Files.newOutputStream(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    written.toFile().deleteOnExit(); // As when the process is told to end.
    return new PendingFile(written, file, out);
  }

  boolean isThere() {
    return !file.equals(NOWHERE);
  }

  OutputStream out() {
    return out;
  }

  /** Gives it its name, once it is closed and on the disk. */
  void name() throws IOException {
    try (FileChannel content = FileChannel.open(written, StandardOpenOption.WRITE)) {
      content.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing behind, unless it has its name. */
  void discard() {
    if (isThere()) {
      try {
        out.close();
        Files.deleteIfExists(written);
      } catch (IOException e) {
        throw ExportException.of(written + " cannot be removed", e);
      }
    }
  }
}
