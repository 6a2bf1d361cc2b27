package dev.pairtrail.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** What is read by a shortcut is what the reader of every form reads. */
class CommonEventsTest {
  private static final long SEED = 20261127;
  private static final int MUTATIONS = 200_000;
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "\\u0041",
          "\\n",
          "\n",
          " ",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "-",
          "0",
          "00",
          "1",
          ".",
          "1.5",
          "e",
          "1e3",
          "-0",
          "-0.0",
          "2147483648",
          "99999999999999999999",
          "null",
          "true",
          "é",
          "\u0001",
          "\"x\"",
          "{}",
          "[]",
          "\"type\":\"GameStarted\",",
          "\"x\":1,",
          "\"room_id\":\"r\",",
          "Z",
          "T");

  @ParameterizedTest
  @ValueSource(strings = {"PlayerEnqueued", "PlayersMatched", "PlayerJoinedRoom", "GameStarted"})
  void whatMostOfALogIsTakesTheShortcut(String type) {
    assertThat(samples("v1", "v3"))
        .filteredOn(json -> json.startsWith("{\"type\":\"" + type + '"'))
        .isNotEmpty()
        .allSatisfy(json -> assertThat(CommonEvents.read(json)).isEqualTo(general(json)));
  }

  @Test
  void everySampleThatTakesTheShortcutIsTheSame() {
    assertThat(samples()).allSatisfy(CommonEventsTest::assertAgrees);
  }

  @Test
  void whateverBecomesOfASampleIsTheSameOrLeftToTheOtherReader() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> samples = samples();
    int shortcuts = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String json = samples.get(random.nextInt(samples.size()));
      for (int change = random.nextInt(1, 3); change > 0; change--) {
        json = mutated(json, random);
      }
      shortcuts += assertAgrees(json) ? 1 : 0;
    }
    assertThat(shortcuts).as("seed %d", SEED).isGreaterThan(MUTATIONS / 100);
  }

  private static String mutated(String json, SplittableRandom random) {
    int from = random.nextInt(json.length() + 1);
    int to = Math.min(json.length(), from + random.nextInt(4));
    String piece =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> PIECES.get(random.nextInt(PIECES.size()));
          default -> {
            int start = random.nextInt(json.length() + 1);
            yield json.substring(start, random.nextInt(start, json.length() + 1));
          }
        };
    return json.substring(0, from) + piece + json.substring(to);
  }

  /** Whether it took the shortcut. */
  private static boolean assertAgrees(String json) {
    StoredEvent read = CommonEvents.read(json);
    if (read != null) {
      assertThat(general(json)).as("%s, seed %d", json, SEED).isEqualTo(read);
    }
    return read != null;
  }

  /** As the reader of every form reads it; its failure where that fails. */
  private static Object general(String json) {
    try {
      return EntryCodec.EVENT_READER.readValue(json);
    } catch (JacksonException e) {
      return e.getOriginalMessage();
    }
  }

  private static List<String> samples() {
    return samples("plain-service", "v1", "v2", "v3", "v4", "v5");
  }

  private static List<String> samples(String... logs) {
    return Stream.of(logs)
        .flatMap(name -> StoredLogTest.log(name).stream())
        .map(stored -> Objects.requireNonNull(stored.fields().get("event")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event_id\":\"019b8da0-1800-7000-8000-000000000001\",\"schema_version\":1}",
        "{\"event_id\":\"019B8DA0-1800-7000-8000-000000000001\",\"schema_version\":1}",
        "{\"event_id\":\"+19b8da0-1800-7000-8000-000000000001\",\"schema_version\":1}",
        "{\"event_id\":\"019b8da0-1800-7000-80000-00000000001\",\"schema_version\":1}",
        "{\"event_id\":\"019b8da0-1800-7000-8000-00000000000g\",\"schema_version\":1}",
        "{\"event_id\":\"019b8da0-1800-7000-8000-000000000001\",\"schema_version\":2}",
        "{\"schema_version\":1,\"event_id\":\"019b8da0-1800-7000-8000-000000000001\"}",
        "{\"event_id\":\"019b8da0\",\"schema_version\":1}",
        "{}",
        ""
      })
  void metadataInThePlainFormIsWhatEveryFormIs(String meta) {
    Map<String, String> fields = Map.of("event", samples().getFirst(), "meta", meta);
    // A space less is all that makes the form plain.
    Map<String, String> spaced = Map.of("event", samples().getFirst(), "meta", meta + " ");
    assertThat(outcome(EntryCodec.entry("1-0", fields)))
        .isEqualTo(outcome(EntryCodec.entry("1-0", spaced)));
  }

  private static Object outcome(LogEntry entry) {
    return entry instanceof RecordedEvent recorded ? recorded.metadata() : entry.getClass();
  }
}
