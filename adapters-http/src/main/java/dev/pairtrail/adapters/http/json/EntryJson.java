package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.FeedEvent;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import tools.jackson.core.JsonGenerator;

/** An entry of a log or feed. */
public final class EntryJson {
  private final boolean withQueue;

  /**
   * @param withQueue whether an entry names its queue, as it does where it may be of any
   */
  public EntryJson(boolean withQueue) {
    this.withQueue = withQueue;
  }

  public void write(JsonGenerator out, FeedEvent event) {
    out.writeStartObject();
    head(out, event.entry());
    if (withQueue) {
      out.writeStringProperty("queue", event.queue().value());
    }
    content(out, event.entry());
    out.writeEndObject();
  }

  /** An entry by itself, of which the queue is known. */
  static void write(JsonGenerator out, LogEntry entry) {
    out.writeStartObject();
    head(out, entry);
    content(out, entry);
    out.writeEndObject();
  }

  private static void head(JsonGenerator out, LogEntry entry) {
    out.writeStringProperty("position", entry.position().toString());
    out.writeStringProperty("type", EventType.of(entry).text());
    out.writeStringProperty("timestamp", timestamp(entry));
  }

  private static String timestamp(LogEntry entry) {
    return switch (entry) {
      case RecordedEvent recorded -> recorded.event().timestamp().toString();
      case UnreadableEntry unreadable -> unreadable.position().time().toString();
    };
  }

  private static void content(JsonGenerator out, LogEntry entry) {
    switch (entry) {
      case RecordedEvent recorded -> EventJson.keys(out, recorded.event());
      case UnreadableEntry unreadable -> {
        out.writeStringProperty("reason", unreadable.reason());
        out.writeObjectPropertyStart("fields");
        unreadable.fields().forEach(out::writeStringProperty);
        out.writeEndObject();
      }
    }
  }
}
