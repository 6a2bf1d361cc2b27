package dev.pairtrail.format;

import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of entries that are there already, so that a copy of them is read as the same. */
public final class EntryFields {
  private EntryFields() {}

  /** The fields of an entry, in the order in which they are stored. */
  public static Map<String, String> of(LogEntry entry) {
    return switch (entry) {
      case RecordedEvent recorded -> of(recorded);
      case UnreadableEntry unreadable -> unreadable.fields();
    };
  }

  private static Map<String, String> of(RecordedEvent entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(EntryCodec.EVENT, EntryCodec.event(entry.event()));
    if (!isForeign(entry)) {
      fields.put(EntryCodec.TAGS, EntryCodec.tags(entry.tags()));
    }
    entry.metadata().ifPresent(metadata -> fields.put(EntryCodec.META, EntryCodec.meta(metadata)));
    if (entry.revision() > 0) {
      fields.put(EntryCodec.REVISION, Long.toString(entry.revision()));
    }
    return fields;
  }

  /** Another program's has no tags, so that it conflicts with everything. */
  private static boolean isForeign(RecordedEvent entry) {
    return entry.revision() == 0 && entry.tags().equals(EventTags.of(entry.event()));
  }
}
