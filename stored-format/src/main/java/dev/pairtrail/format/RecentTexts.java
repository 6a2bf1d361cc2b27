package dev.pairtrail.format;

import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read lately, such as names of attributes: who reads the same again gets the
 * same object, and a million tickets share it. Thread-safe: a race costs a copy and no more.
 */
final class RecentTexts {
  private static final int SLOTS = 256;
  private static final int LONGEST = 32;

  private final @Nullable String[] texts = new @Nullable String[SLOTS];

  /** A part of a text. */
  String part(String text, int from, int to) {
    int length = to - from;
    if (length == 0 || length > LONGEST) {
      return text.substring(from, to);
    }
    int slot = (31 * (31 * text.charAt(from) + text.charAt(to - 1)) + length) % SLOTS;
    String recent = texts[slot];
    if (recent != null && recent.length() == length && text.startsWith(recent, from)) {
      return recent;
    }
    String part = text.substring(from, to);
    texts[slot] = part;
    return part;
  }
}
