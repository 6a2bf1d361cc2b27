package dev.pairtrail.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads times. Each event has one, and in the form in which they are written here, such as {@code
 * 2026-11-27T10:15:30.123Z}, they are read digit by digit; the JDK's reader of every ISO form takes
 * as long as the rest of the event. Any other form is left to that.
 */
final class InstantText extends ValueDeserializer<Instant> {
  private static final int SECONDS_END = 19;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int NANO_DIGITS = 9;

  @Override
  public Instant deserialize(JsonParser in, DeserializationContext context) {
    if (in.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return parse(in.getString());
      } catch (DateTimeException _) {
        // What is wrong with it the library says in its own words.
      }
    }
    return InstantDeserializer.INSTANT.deserialize(in, context);
  }

  /** The moment of a text in the plain form, or in any other that {@link Instant#parse} knows. */
  static Instant parse(String text) {
    if (!isPlain(text)) {
      return Instant.parse(text);
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text); // Which knows the end of a day, and leap seconds.
    }
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    long seconds = day.toEpochDay() * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, nanos(text));
  }

  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    boolean fraction = end > SECONDS_END + 1 && end <= SECONDS_END + 1 + NANO_DIGITS;
    if (end != SECONDS_END && !(fraction && text.charAt(SECONDS_END) == '.')) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char expected = expectedAt(i);
      char c = text.charAt(i);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return text.charAt(end) == 'Z';
  }

  private static char expectedAt(int index) {
    return switch (index) {
      case 4, 7 -> '-';
      case 10 -> 'T';
      case 13, 16 -> ':';
      case SECONDS_END -> '.';
      default -> '0';
    };
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static int nanos(String text) {
    int from = SECONDS_END + 1;
    int to = text.length() - 1;
    int nanos = from < to ? number(text, from, to) : 0;
    for (int digits = Math.max(0, to - from); digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }
}
