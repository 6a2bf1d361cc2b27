package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file. Each use looks whether the file changed, which costs less than the check of a
 * signature; so a key that is added or taken out counts from then on. Thread-safe.
 */
final class JwksFile implements JWSKeySelector<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(JwksFile.class);
  private static final int MAX_BYTES = 1024 * 1024;

  private final Path file;
  private volatile Reading last;

  /** The keys, and what the file looked like before they were read or could not be. */
  private record Reading(Optional<Look> look, PublicKeys keys) {}

  /** What changes with a file. */
  private record Look(FileTime modified, long bytes, @Nullable Object place) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(found.lastModifiedTime(), found.size(), found.fileKey());
    }
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if it cannot be read or has no key that fits
   */
  JwksFile(Path file) {
    this.file = file;
    try {
      Look look = Look.at(file);
      last = new Reading(Optional.of(look), read(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("takes a readable file, not " + file, e);
    }
  }

  private static PublicKeys read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException("takes a file of at most " + MAX_BYTES + " bytes");
      }
      return PublicKeys.parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) {
    return current().of(header);
  }

  private PublicKeys current() {
    Optional<Look> look = look();
    return look.equals(last.look()) ? last.keys() : readAgain(look);
  }

  /** What cannot be read is tried again when it changes, and said once. */
  private synchronized PublicKeys readAgain(Optional<Look> look) {
    if (!look.equals(last.look())) {
      last = new Reading(look, newest());
    }
    return last.keys();
  }

  private PublicKeys newest() {
    try {
      PublicKeys keys = read(file);
      LOG.info("the keys of players' tokens were read again from {}", file);
      return keys;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the keys in {} cannot be read, those of before still hold: {}", file, e.toString());
      return last.keys();
    }
  }

  /** Empty where there is no file. */
  private Optional<Look> look() {
    try {
      return Optional.of(Look.at(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
