package dev.pairtrail.adapters.http.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a key, which is all that is kept of it. A slow hash is for what people choose; a
 * key has 256 random bits.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record KeyDigest(String hex) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9a-fA-F]{64}");

  /**
   * Takes upper case too.
   *
   * @throws IllegalArgumentException if it is not of that form; the message does not repeat it, as
   *     it may be the key itself
   */
  public KeyDigest {
    if (!SYNTAX.matcher(hex).matches()) {
      throw new IllegalArgumentException("takes 64 hexadecimal digits, the SHA-256 of the key");
    }
    hex = hex.toLowerCase(Locale.ROOT);
  }

  /** The digest of a key. */
  public static KeyDigest of(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new KeyDigest(
          HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether both are the same; how long that takes does not tell where they differ. */
  boolean matches(KeyDigest other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }
}
