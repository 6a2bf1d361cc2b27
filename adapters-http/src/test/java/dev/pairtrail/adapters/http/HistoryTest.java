package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history of a queue, over HTTP. */
final class HistoryTest {
  private static final String HISTORY = "/v1/queues/default/history";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theLastHourIsToldInMinutes() {
    Reply shown = server.get(HISTORY).is(200);

    assertThat(shown.json().propertyNames())
        .containsExactly("queue", "from", "to", "step", "steps");
    assertThat(shown.at("/queue")).isEqualTo("default");
    assertThat(shown.at("/step")).isEqualTo("1m");
    assertThat(Duration.between(time(shown, "/from"), time(shown, "/to")))
        .isEqualTo(Duration.ofHours(1));
    assertThat(shown.json().at("/steps")).hasSize(60);
    assertThat(shown.at("/steps/0/from")).isEqualTo(shown.at("/from"));
    assertThat(time(shown, "/steps/59/from")).isEqualTo(time(shown, "/to").minusSeconds(60));
  }

  private static Instant time(Reply reply, String pointer) {
    return Instant.parse(reply.at(pointer));
  }

  @Test
  void aStepTellsWhatHappenedInIt() {
    String cancelled = server.enqueue("p-0").at("/id");
    server.delete("/v1/queues/default/tickets/" + cancelled).is(204);
    server.match("p-1", "p-2");
    server.enqueue("p-3");

    Reply shown = server.get(HISTORY + "?from=1-0&to=" + last() + "&step=99999d").is(200);

    JsonNode step = shown.json().at("/steps/0");
    assertThat(shown.json().at("/steps")).hasSize(1);
    assertThat(step.propertyNames())
        .containsExactly(
            "from",
            "arrivals",
            "matches",
            "backfills",
            "matched_tickets",
            "wait_p50_ms",
            "wait_p95_ms",
            "wait_max_ms",
            "expiries",
            "cancels",
            "mean_quality",
            "waiting");
    assertThat(step.at("/arrivals").asInt()).isEqualTo(4);
    assertThat(step.at("/matches").asInt()).isEqualTo(1);
    assertThat(step.at("/matched_tickets").asInt()).isEqualTo(2);
    assertThat(step.at("/cancels").asInt()).isEqualTo(1);
    assertThat(step.at("/mean_quality").asDouble()).isEqualTo(1);
    assertThat(step.at("/waiting").asInt()).isEqualTo(1);
  }

  private String last() {
    return server.get("/v1/queues/default/events").each("/events", "/position").getLast();
  }

  @Test
  void anEmptyStepHasZeros() {
    Reply shown =
        server.get(HISTORY + "?from=2026-01-05T10:00:00Z&to=2026-01-05T10:00:10Z&step=10s").is(200);

    assertThat(shown.body())
        .isEqualTo(
            "{\"queue\":\"default\",\"from\":\"2026-01-05T10:00:00Z\","
                + "\"to\":\"2026-01-05T10:00:10Z\",\"step\":\"10s\",\"steps\":["
                + "{\"from\":\"2026-01-05T10:00:00Z\",\"arrivals\":0,\"matches\":0,"
                + "\"backfills\":0,\"matched_tickets\":0,\"wait_p50_ms\":0,\"wait_p95_ms\":0,"
                + "\"wait_max_ms\":0,\"expiries\":0,\"cancels\":0,\"mean_quality\":0,"
                + "\"waiting\":0}]}");
  }

  @Test
  void whatIsWrongIsNamed() {
    refused("?step=0s", "step", "must be more than zero");
    refused("?step=soon", "step", "a duration is a whole number");
    refused("?step=1s", "step", "leaves more than 1,000 steps");
    refused("?from=yesterday", "from", "takes a position such as");
    refused("?to=", "to", "takes a position such as");
    refused("?from=2026-01-05T10:00:00Z&to=2026-01-05T10:00:00Z", "from", "must be before 2026");
    refused("?from=-200000000-01-01T00:00:00Z&step=1ms", "step", "leaves more than 1,000 steps");
  }

  private void refused(String query, String parameter, String detail) {
    Reply refused = server.get(HISTORY + query).isProblem(400, "invalid-request");
    assertThat(refused.at("/errors/0/parameter")).isEqualTo(parameter);
    assertThat(refused.at("/errors/0/detail")).contains(detail);
  }

  @Test
  void anUnknownQueueIsNotFound() {
    server.get("/v1/queues/nowhere/history").isProblem(404, "not-found");
  }
}
