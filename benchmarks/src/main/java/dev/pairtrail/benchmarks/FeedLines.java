package dev.pairtrail.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** The lines of one feed as they come. For one thread. */
final class FeedLines {
  private static final String BEGIN = "retry: ";
  private static final String DATA = "data: {\"position\":\"";
  private static final String MATCH = "\"type\":\"PlayersMatched\"";

  /** What is looked for is at the beginning of a line. */
  private static final int LOOKED_AT = 100;

  private final LongConsumer matched;
  private final Runnable begun;
  private final byte[] line = new byte[LOOKED_AT];
  private int length;

  /**
   * Lines that have not begun.
   *
   * @param matched takes the milliseconds in the position of each match
   * @param begun is run when the server has answered
   */
  FeedLines(LongConsumer matched, Runnable begun) {
    this.matched = matched;
    this.begun = begun;
  }

  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        end(new String(line, 0, length, StandardCharsets.US_ASCII));
        length = 0;
      } else if (length < LOOKED_AT) {
        line[length++] = next;
      }
    }
  }

  private void end(String text) {
    if (text.startsWith(DATA) && text.contains(MATCH)) {
      matched.accept(Long.parseLong(text.substring(DATA.length(), text.indexOf('-'))));
    } else if (text.startsWith(BEGIN)) {
      begun.run();
    }
  }
}
