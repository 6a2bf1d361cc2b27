package dev.pairtrail.format;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code meta} of an event without origin, which is all but the id the same. Any other is
 * left to the reader of every form.
 */
final class PlainMeta {
  private static final String BEGIN = "{\"event_id\":\"";
  private static final String END = "\",\"schema_version\":1}";
  private static final int UUID_LENGTH = 36;
  private static final int LENGTH = BEGIN.length() + UUID_LENGTH + END.length();

  private PlainMeta() {}

  /** The event id; null where it is of another form. */
  static @Nullable UUID eventId(String json) {
    return json.length() == LENGTH && json.startsWith(BEGIN) && json.endsWith(END)
        ? uuid(json.substring(BEGIN.length(), BEGIN.length() + UUID_LENGTH))
        : null;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equals(text) ? uuid : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
