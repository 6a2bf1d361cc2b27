package dev.pairtrail.application.history;

import java.util.HexFormat;

/** A SHA-256; immutable. A long log has many, so it is kept in bytes and written out when asked. */
final class Digest {
  private static final int LENGTH = 32;

  /** That before the first entry of a log. */
  static final Digest NONE = new Digest(new byte[LENGTH]);

  private final byte[] bytes;

  /** Takes the bytes over. */
  Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  static Digest of(String hex) {
    return new Digest(HexFormat.of().parseHex(hex));
  }

  /** Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  String hex() {
    return HexFormat.of().formatHex(bytes);
  }
}
