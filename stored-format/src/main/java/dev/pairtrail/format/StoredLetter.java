package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dead letter as stored: what became of the entry, and a copy of its fields.
 *
 * @param deliveries how often its group was delivered it
 */
public record StoredLetter(
    @JsonProperty(required = true) String position,
    @JsonProperty(required = true) String reason,
    @JsonProperty(required = true) Long deliveries,
    @JsonProperty(required = true) Instant parkedAt,
    @JsonProperty(required = true) Map<String, String> fields) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readerFor(StoredLetter.class);

  /** Reads the JSON that a store keeps. */
  public static StoredLetter read(String json) {
    return READER.readValue(json);
  }

  public LogEntry entry() {
    return EntryCodec.entry(position, fields);
  }
}
