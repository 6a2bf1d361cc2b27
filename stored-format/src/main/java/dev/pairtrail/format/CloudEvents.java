package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * Between entries of a log and lines of NDJSON, each a CloudEvent (1.0): the entry's event is its
 * {@code data}, and {@code position}, {@code revision} and {@code tags} are extension attributes.
 * What is no event has the type {@code Unreadable} and its raw fields as data. Thread-safe.
 */
public final class CloudEvents {
  private static final String UNREADABLE = "Unreadable";
  private static final String SOURCE = "/v1/queues/";
  private static final String SCHEMA_VERSION = "1";
  private static final String SPECIFICATION = "1.0";
  private static final int TYPICAL_LENGTH = 1_000;
  private static final ObjectWriter EVENT_WRITER =
      EntryCodec.EVENT_WRITER.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  private static final ObjectReader READER = EntryCodec.MAPPER.readerFor(Read.class);
  private static final ObjectReader UNREADABLE_READER =
      EntryCodec.MAPPER.readerFor(Unreadable.class);
  private static final ObjectWriter UNREADABLE_WRITER =
      EntryCodec.MAPPER.writerFor(Unreadable.class);

  private CloudEvents() {}

  /** A line as it is read. */
  record Read(
      @JsonProperty(required = true) String specversion,
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) String type,
      @JsonProperty(required = true) String position,
      @Nullable String revision,
      @JsonProperty(required = true) String tags,
      @Nullable String schemaversion,
      @Nullable String causation,
      @Nullable String traceparent,
      @JsonProperty(required = true) JsonNode data) {}

  record Unreadable(
      @JsonProperty(required = true) String reason,
      @JsonProperty(required = true) Map<String, String> fields) {}

  /** What a line tells. */
  public record Line(QueueName queue, LogEntry entry) {}

  /** One line, without its end. */
  public static String line(QueueName queue, LogEntry entry) {
    StringWriter line = new StringWriter(TYPICAL_LENGTH);
    try (JsonGenerator json = EntryCodec.MAPPER.createGenerator(line)) {
      json.writeStartObject();
      switch (entry) {
        case RecordedEvent recorded -> write(json, queue, recorded);
        case UnreadableEntry unreadable -> write(json, queue, unreadable);
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, QueueName queue, RecordedEvent entry) {
    StoredEvent event = EventMapping.stored(entry.event());
    Metadata metadata = entry.metadata().orElse(null);
    String id = metadata == null ? entry.position().toString() : metadata.id().value().toString();
    json.writeStringProperty("specversion", SPECIFICATION);
    json.writeStringProperty("id", id);
    json.writeStringProperty("source", source(queue));
    json.writeStringProperty("type", StoredEvent.typeOf(event));
    json.writeStringProperty("time", entry.event().timestamp().toString());
    writePlace(json, entry);
    if (metadata != null) {
      json.writeStringProperty("schemaversion", SCHEMA_VERSION);
      writeOptional(json, "causation", metadata.origin().causation());
      writeOptional(json, "traceparent", metadata.origin().traceparent());
    }
    json.writeName("data");
    EVENT_WRITER.writeValue(json, event);
  }

  private static void write(JsonGenerator json, QueueName queue, UnreadableEntry entry) {
    json.writeStringProperty("specversion", SPECIFICATION);
    json.writeStringProperty("id", entry.position().toString());
    json.writeStringProperty("source", source(queue));
    json.writeStringProperty("type", UNREADABLE);
    writePlace(json, entry);
    json.writeName("data");
    UNREADABLE_WRITER.writeValue(
        json, new Unreadable(entry.reason(), new TreeMap<>(entry.fields())));
  }

  /** Numbers are texts, as an integer of CloudEvents has 32 bits. */
  private static void writePlace(JsonGenerator json, LogEntry entry) {
    json.writeStringProperty("datacontenttype", "application/json");
    json.writeStringProperty("position", entry.position().toString());
    if (entry.revision() != 0) {
      json.writeStringProperty("revision", Long.toString(entry.revision()));
    }
    json.writeStringProperty("tags", EntryCodec.tags(entry.tags()));
  }

  private static void writeOptional(JsonGenerator json, String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    }
  }

  private static String source(QueueName queue) {
    return SOURCE + queue.value();
  }

  /**
   * The entry of a line.
   *
   * @throws RuntimeException if it is not one that {@link #line} wrote
   */
  public static LogEntry entry(String line) {
    return entry(READER.<Read>readValue(line));
  }

  /**
   * The entry of a line, and the queue that it is of.
   *
   * @throws RuntimeException if it is not one that {@link #line} wrote
   */
  public static Line parsed(String line) {
    Read read = READER.readValue(line);
    if (!read.source().startsWith(SOURCE)) {
      throw new IllegalArgumentException("the source is no queue: " + read.source());
    }
    return new Line(new QueueName(read.source().substring(SOURCE.length())), entry(read));
  }

  private static LogEntry entry(Read read) {
    if (!read.specversion().equals(SPECIFICATION)) {
      throw new IllegalArgumentException("the version of CloudEvents is " + read.specversion());
    }
    Position position = Position.parse(read.position());
    long revision = read.revision() == null ? 0 : Long.parseLong(read.revision());
    if (read.type().equals(UNREADABLE)) {
      Unreadable data = UNREADABLE_READER.readValue(read.data());
      return new UnreadableEntry(
          position, revision, tags(read.tags()), data.reason(), Map.copyOf(data.fields()));
    }
    return new RecordedEvent(
        position,
        revision,
        tags(read.tags()),
        metadata(read),
        EntryCodec.ordinary(EventMapping.domain(EntryCodec.EVENT_READER.readValue(read.data()))));
  }

  private static Optional<Metadata> metadata(Read read) {
    return Optional.ofNullable(read.schemaversion())
        .map(_ ->
            new Metadata(
                new EventId(UUID.fromString(read.id())),
                new Origin(
                    Optional.ofNullable(read.causation()),
                    Optional.ofNullable(read.traceparent()))));
  }

  private static Set<Tag> tags(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(tag -> !tag.isEmpty())
        .map(Tag::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
