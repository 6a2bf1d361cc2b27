package dev.pairtrail.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of an archive come back as the entries that they were, in every version. */
final class CloudEventsTest {
  private static final QueueName QUEUE = new QueueName("ranked");
  private static final Path SAMPLE = Path.of("src/test/resources/archive/v1.ndjson");

  @ParameterizedTest
  @ValueSource(strings = {"plain-service", "v1"})
  void everyEntryComesBackExactly(String log) {
    for (LogEntry entry : read(log)) {
      assertThat(CloudEvents.entry(CloudEvents.line(QUEUE, entry))).isEqualTo(entry);
    }
  }

  @Test
  void soDoesWhatIsNoEvent() {
    Map<String, String> fields = Map.of("event", "{broken \u0000 \"", "rev", "7", "ü", "");
    LogEntry entry = EntryCodec.entry("1795326928712-3", fields);
    assertThat(CloudEvents.entry(CloudEvents.line(QUEUE, entry))).isEqualTo(entry);
  }

  /** The sample log, as it was first archived. Like that log, the file never changes. */
  @Test
  void whatWasArchivedOnceIsReadForEverAndWrittenTheSame() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE);
    assertThat(lines.stream().map(CloudEvents::entry)).isEqualTo(read("v1"));
    assertThat(read("v1").stream().map(entry -> CloudEvents.line(QUEUE, entry))).isEqualTo(lines);
  }

  @Test
  void aLineHasTheAttributesOfCloudEvents() {
    JsonNode line = new JsonMapper().readTree(CloudEvents.line(QUEUE, read("v1").get(1)));
    assertThat(line.get("specversion").asString()).isEqualTo("1.0");
    assertThat(line.get("source").asString()).isEqualTo("/v1/queues/ranked");
    assertThat(line.get("type").asString()).isEqualTo("PlayerEnqueued");
    assertThat(line.propertyNames()).allMatch(name -> name.matches("[a-z0-9]{1,20}"));
    assertThat(line.get("data").get("ticket_id")).isNotNull();
  }

  @Test
  void whatIsNoLineIsAnError() {
    assertThatThrownBy(() -> CloudEvents.entry("{}")).isInstanceOf(RuntimeException.class);
  }

  private static List<LogEntry> read(String log) {
    return StoredLogTest.log(log).stream().map(StoredLogTest.Stored::read).toList();
  }
}
