package dev.pairtrail.adapters.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that lists the segments of a queue. Names are frozen. */
record Manifest(
    @JsonProperty(required = true) Integer format,
    @JsonProperty(required = true) String queue,
    @JsonProperty(required = true) List<Entry> segments) {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** One segment. */
  record Entry(
      @JsonProperty(required = true) String file,
      @JsonProperty(required = true) String firstPosition,
      @JsonProperty(required = true) String lastPosition,
      @JsonProperty(required = true) Long firstRevision,
      @JsonProperty(required = true) Long lastRevision,
      @JsonProperty(required = true) Long count,
      @JsonProperty(required = true) String sha256) {

    static Entry of(Segment segment) {
      return new Entry(
          segment.file(),
          segment.first().toString(),
          segment.last().toString(),
          segment.firstRevision(),
          segment.lastRevision(),
          segment.count(),
          segment.sha256());
    }

    Segment segment() {
      return new Segment(
          file,
          Position.parse(firstPosition),
          Position.parse(lastPosition),
          firstRevision,
          lastRevision,
          sha256);
    }
  }

  static String file(QueueName queue) {
    return queue.value() + ".manifest.json";
  }

  static byte[] bytes(QueueName queue, List<Segment> segments) {
    return MAPPER.writeValueAsBytes(
        new Manifest(FORMAT, queue.value(), segments.stream().map(Entry::of).toList()));
  }

  /**
   * The segments that are listed.
   *
   * @param file for people to read
   */
  static List<Segment> segments(QueueName queue, byte[] bytes, String file) {
    try {
      Manifest manifest = MAPPER.readValue(bytes, Manifest.class);
      if (manifest.format() != FORMAT || !manifest.queue().equals(queue.value())) {
        throw new ArchiveException(
            file + " is of format " + manifest.format() + " and queue " + manifest.queue());
      }
      return manifest.segments().stream().map(Entry::segment).toList();
    } catch (ArchiveException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ArchiveException(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
