package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Between events and the fields of a stream entry: {@code event}, {@code tags}, {@code meta},
 * {@code rev}. Thread-safe.
 */
public final class EntryCodec {
  public static final String EVENT = "event";
  public static final String TAGS = "tags";
  public static final String META = "meta";
  public static final String REVISION = "rev";

  private static final String OUR_CLASSES = "dev\\.pairtrail\\.[\\w.$]+";
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int SCHEMA_VERSION = 1;
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
          .build();
  static final ObjectReader EVENT_READER = MAPPER.readerFor(StoredEvent.class);
  static final ObjectWriter EVENT_WRITER = MAPPER.writerFor(StoredEvent.class);
  private static final ObjectReader META_READER = MAPPER.readerFor(StoredMeta.class);
  private static final ObjectWriter META_WRITER = MAPPER.writerFor(StoredMeta.class);

  private EntryCodec() {}

  /** The field {@code meta}. */
  record StoredMeta(
      @JsonProperty(required = true) UUID eventId,
      @JsonProperty(required = true) Integer schemaVersion,
      @Nullable String causation,
      @Nullable String traceparent) {}

  /** The field {@code event}. */
  public static String event(NewEvent event) {
    return event(event.event());
  }

  static String event(Event event) {
    return EVENT_WRITER.writeValueAsString(EventMapping.stored(event));
  }

  /** The field {@code tags}, in a fixed order, so that the same event has the same bytes. */
  public static String tags(NewEvent event) {
    return tags(event.tags());
  }

  static String tags(Set<Tag> tags) {
    String[] texts = new String[tags.size()];
    int next = 0;
    for (Tag tag : tags) {
      texts[next++] = tag.text();
    }
    Arrays.sort(texts);
    return String.join(" ", texts);
  }

  /** The field {@code meta}. */
  public static String meta(NewEvent event) {
    return meta(event.metadata());
  }

  static String meta(Metadata metadata) {
    return META_WRITER.writeValueAsString(
        new StoredMeta(
            metadata.id().value(),
            SCHEMA_VERSION,
            metadata.origin().causation().orElse(null),
            metadata.origin().traceparent().orElse(null)));
  }

  /** Reads an entry; what is no event comes as unreadable and never as an exception. */
  public static LogEntry entry(String position, Map<String, String> fields) {
    Position at = Position.parse(position);
    try {
      return recorded(at, fields);
    } catch (RuntimeException e) {
      return new UnreadableEntry(
          at, lenientRevision(fields), Set.of(), reason(e), Map.copyOf(fields));
    }
  }

  private static RecordedEvent recorded(Position at, Map<String, String> fields) {
    String json = fields.get(EVENT);
    if (json == null) {
      throw new IllegalArgumentException("the entry has no field event");
    }
    Event event = ordinary(EventMapping.domain(storedEvent(json)));
    String tags = fields.get(TAGS);
    return new RecordedEvent(
        at,
        revision(fields),
        tags == null ? EventTags.of(event) : tags(tags),
        Optional.ofNullable(fields.get(META)).map(EntryCodec::metadata),
        event);
  }

  private static StoredEvent storedEvent(String json) {
    StoredEvent common = CommonEvents.read(json);
    return common != null ? common : EVENT_READER.readValue(json);
  }

  /** An event of this age. Far beyond, adding a timeout to its time would overflow. */
  static Event ordinary(Event event) {
    Instant timestamp = event.timestamp();
    if (timestamp.isBefore(Instant.EPOCH) || timestamp.isAfter(LATEST)) {
      throw new IllegalArgumentException("the timestamp is not of this age: " + timestamp);
    }
    return event;
  }

  private static Set<Tag> tags(String text) {
    Set<Tag> tags = new HashSet<>();
    int from = 0;
    for (int to = text.indexOf(' '); to >= 0; to = text.indexOf(' ', from)) {
      addTag(text.substring(from, to), tags);
      from = to + 1;
    }
    addTag(text.substring(from), tags);
    return Collections.unmodifiableSet(tags);
  }

  private static void addTag(String text, Set<Tag> tags) {
    if (!text.isEmpty()) {
      tags.add(new Tag(text));
    }
  }

  private static Metadata metadata(String json) {
    UUID id = PlainMeta.eventId(json);
    return id != null ? new Metadata(new EventId(id), Origin.NONE) : metadataOfAnyForm(json);
  }

  private static Metadata metadataOfAnyForm(String json) {
    StoredMeta meta = META_READER.readValue(json);
    return new Metadata(
        new EventId(meta.eventId()),
        new Origin(Optional.ofNullable(meta.causation()), Optional.ofNullable(meta.traceparent())));
  }

  private static long revision(Map<String, String> fields) {
    String revision = fields.get(REVISION);
    return revision == null ? 0 : Long.parseLong(revision);
  }

  private static long lenientRevision(Map<String, String> fields) {
    String revision = fields.getOrDefault(REVISION, "");
    return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0;
  }

  private static String reason(RuntimeException e) {
    if (e instanceof InvalidTypeIdException unknown) {
      String type = unknown.getTypeId();
      return type == null ? "the event has no type" : "the type " + type + " is not known";
    }
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message).replaceAll(OUR_CLASSES, "event");
  }
}
