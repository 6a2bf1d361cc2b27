package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SseTest {
  private static final String EVENTS = "/v1/queues/default/events";

  private final TestServer server = TestServer.start(TestSettings.heartbeat(Duration.ofMillis(20)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatWasIsSentAndThenWhatComes() {
    server.enqueue("p-1");
    try (SseClient client = new SseClient(server.request(EVENTS))) {
      assertThat(client.response.headers().firstValue("Content-Type"))
          .contains("text/event-stream");
      assertThat(client.response.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(client.response.headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(client.next()).containsExactly("retry: 2000");
      assertThat(client.nextEvent().get(1)).isEqualTo("event: RuleSetActivated");
      assertThat(client.nextEvent().get(1)).isEqualTo("event: PlayerEnqueued");

      server.enqueue("p-2");

      List<String> live = client.nextEvent();
      String data = live.get(2).substring("data: ".length());
      assertThat(Reply.MAPPER.readTree(data).at("/player_id").asString()).isEqualTo("p-2");
      assertThat(live.getFirst())
          .isEqualTo("id: " + Reply.MAPPER.readTree(data).at("/position").asString());
    }
  }

  @Test
  void aSilentStreamHasAHeartbeat() {
    try (SseClient client = new SseClient(server.request(EVENTS))) {
      client.nextEvent();

      assertThat(client.next()).containsExactly(": heartbeat");
    }
  }

  @Test
  void aClientThatComesBackMissesNothingAndSeesNothingTwice() {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      server.enqueue("p-" + i, "q-" + i);
      String last = seen.isEmpty() ? "" : seen.getLast();
      try (SseClient client =
          new SseClient(server.request(EVENTS + "?after=0-0").header("Last-Event-ID", last))) {
        seen.addAll(client.nextIds(3));
      }
    }
    List<String> all = server.get(EVENTS + "?limit=1000").each("/events", "/position");
    assertThat(seen).isEqualTo(all.subList(0, seen.size()));
  }

  @Test
  void aStreamBeginsWhereItIsAskedToAndHoldsWhatIsAskedFor() {
    server.match("p-1", "p-2");
    String first = server.get(EVENTS).at("/events/0/position");

    try (SseClient client =
        new SseClient(server.request(EVENTS + "?type=PlayersMatched&after=" + first))) {
      assertThat(client.nextEvent().get(1)).isEqualTo("event: PlayersMatched");
    }
  }

  @Test
  void aPlayerSeesWhatConcernsThemAsItComes() {
    try (SseClient client = new SseClient(server.request("/v1/players/p-2/events"))) {
      server.match("p-1", "p-2");

      assertThat(client.nextEvent().get(1)).isEqualTo("event: PlayerEnqueued");
      assertThat(client.nextEvent().get(2)).contains("\"queue\":\"default\"");
    }
  }

  @Test
  void aBadLastEventIdIsRefused() {
    Reply refused = server.get(EVENTS, "Accept", "text/event-stream", "Last-Event-ID", "yesterday");

    assertThat(refused.isProblem(400, "invalid-request").at("/errors/0/header"))
        .isEqualTo("Last-Event-ID");
  }

  @Test
  void aClientThatGoesIsLetGo() {
    try (SseClient client = new SseClient(server.request(EVENTS))) {
      client.nextEvent();
      assertThat(server.http.requestsUnderWay()).isEqualTo(1);
    }

    await().until(() -> server.http.requestsUnderWay() == 0);
  }
}
