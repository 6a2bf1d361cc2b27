package dev.pairtrail.adapters.archive;

import dev.pairtrail.application.ArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that are there as a whole or not at all, and stay after a crash: each is written under
 * another name, synced, and then given its own.
 */
record Folder(Path path) {

  /** Gives a path its name; fails if there is one already, or replaces it. */
  private interface Naming {
    void name(Path written, Path file) throws IOException;
  }

  /** Whether a file is there; where the file system does not tell, that is an error. */
  boolean has(String name) {
    Path file = path.resolve(name);
    if (!Files.exists(file) && !Files.notExists(file)) {
      throw new ArchiveException(file + " cannot be looked at");
    }
    return Files.exists(file);
  }

  /** The names of all files. */
  List<String> names() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw failed(path, "cannot be listed", e);
    }
  }

  byte[] read(String name) {
    Path file = path.resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ArchiveException("the archive lacks " + file, e);
    } catch (IOException e) {
      throw failed(file, "cannot be read", e);
    }
  }

  /** Writes a file that nobody has written yet; false if somebody has, and it is left as it is. */
  boolean create(String name, byte[] content) {
    try {
      write(name, content, Folder::nameOnce);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be written", e);
    }
  }

  /** Writes a file in the place of the one before. */
  void replace(String name, byte[] content) {
    try {
      write(name, content, Folder::nameAnew);
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be written", e);
    }
  }

  /**
   * A link to what is there fails, and nothing can come between; not every file system has them.
   */
  private static void nameOnce(Path written, Path file) throws IOException {
    try {
      Files.createLink(file, written);
    } catch (UnsupportedOperationException e) {
      Files.move(written, file);
    }
  }

  private static void nameAnew(Path written, Path file) throws IOException {
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(String name, byte[] content, Naming naming) throws IOException {
    make();
    Path written = path.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel out =
          FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      naming.name(written, path.resolve(name));
      syncNames();
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void make() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw failed(path, "is no folder and cannot be made one", e);
    }
  }

  /** A new name is on the disk only when the folder is. */
  private void syncNames() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static ArchiveException failed(Path file, String what, IOException e) {
    return new ArchiveException(file + " " + what + ": " + e, e);
  }
}
