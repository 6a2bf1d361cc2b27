package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueuesTest {
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theQueuesAreListed() {
    Reply list = server.get("/v1/queues").is(200);

    assertThat(list.each("/queues", "/name"))
        .containsExactlyInAnyOrder("default", "ranked", "asked", "strict");
  }

  @Test
  void aQueueIsShownAtAGlance() {
    server.enqueue("p-1");

    Reply shown = server.get("/v1/queues/default").is(200);

    assertThat(shown.json().propertyNames())
        .containsExactly(
            "name",
            "depth",
            "oldest_wait_ms",
            "rates",
            "open_rooms",
            "position",
            "rules_version",
            "rules");
    assertThat(shown.json().at("/depth").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/rates").propertyNames())
        .containsExactly("tickets_per_second", "matches_per_second");
    assertThat(shown.json().at("/rules/teams")).hasSize(2);
    assertThat(server.get("/v1/queues/ranked").json().has("oldest_wait_ms")).isFalse();
  }

  @Test
  void aRuleSetIsShownAsAFileHasIt() {
    Reply strict = server.get("/v1/queues/strict").is(200);

    assertThat(strict.each("/rules/rules", "/type"))
        .containsExactly(
            "equal",
            "distance",
            "range",
            "intersection",
            "latency",
            "team_difference",
            "team_size_difference",
            "team_count");
    assertThat(strict.json().at("/rules/rules/0").toString())
        .isEqualTo(
            "{\"name\":\"same\",\"type\":\"equal\",\"attribute\":\"role\","
                + "\"optional_after\":\"30s\",\"missing\":\"any\"}");
    assertThat(strict.json().at("/rules/rules/2").toString())
        .isEqualTo(
            "{\"name\":\"grown\",\"type\":\"range\",\"attribute\":\"rating\",\"min\":1000,"
                + "\"party\":\"min\",\"expand\":[],\"missing\":\"any\"}");
    assertThat(strict.json().at("/rules/rules/4").toString())
        .isEqualTo(
            "{\"name\":\"ping\",\"type\":\"latency\",\"max_ms\":80,"
                + "\"expand\":[{\"after\":\"90s\",\"max_ms\":150}],\"missing\":\"reject\"}");
    assertThat(strict.json().at("/rules/rules/7").toString())
        .isEqualTo(
            "{\"name\":\"healer\",\"type\":\"team_count\",\"attribute\":\"role\","
                + "\"value\":\"healer\",\"min\":0,\"max\":1,\"expand\":[]}");
    assertThat(strict.json().at("/rules/teams/0/expand").toString())
        .isEqualTo("[{\"after\":\"90s\",\"min_players\":1}]");
    Reply asked = server.get("/v1/queues/asked").is(200);
    assertThat(asked.at("/rules/acceptance/timeout")).isEqualTo("5m");
    assertThat(asked.json().at("/rules/ratings").toString())
        .isEqualTo("{\"attribute\":\"rating\",\"mean\":1500,\"deviation\":500}");
  }

  @Test
  void theStateHoldsWhatWaitsAndWhatIsOpen() {
    String room = server.match("p-1", "p-2");
    String ticket = server.enqueue("p-3").at("/id");

    Reply state = server.get("/v1/queues/default/state").is(200);

    assertThat(state.json().propertyNames())
        .containsExactly("position", "waiting", "rooms", "counters");
    assertThat(state.each("/waiting", "/id")).containsExactly(ticket);
    assertThat(state.each("/rooms", "/id")).containsExactly(room);
    assertThat(state.json().at("/counters/enqueued_tickets").asInt()).isEqualTo(3);
    assertThat(state.json().at("/counters/matches").asInt()).isEqualTo(1);
    assertThat(state.at("/position")).isEqualTo(lastPosition());
    assertThat(server.get("/v1/queues/default/state").body()).isEqualTo(state.body());
  }

  private String lastPosition() {
    return server.get("/v1/queues/default/events").each("/events", "/position").getLast();
  }

  @Test
  void theStateIsToldAsItWas() {
    server.enqueue("p-1");
    Reply then = server.get("/v1/queues/default/state").is(200);
    String position = then.at("/position");
    server.enqueue("p-2");

    Reply past = server.get("/v1/queues/default/state?at=" + position).is(200);
    assertThat(past.body()).isEqualTo(then.body());
    assertThat(past.at("/waiting/0/players/0/id")).isEqualTo("p-1");
    Reply first = server.get("/v1/queues/default/state?at=2000-01-01T00:00:00Z").is(200);
    assertThat(first.json().at("/waiting")).isEmpty();
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    Reply refused =
        server.get("/v1/queues/default/state?at=noon").isProblem(400, "invalid-request");

    assertThat(refused.at("/errors/0/parameter")).isEqualTo("at");
    server.get("/v1/queues/none/state?at=1-0").isProblem(404, "not-found");
  }

  @Test
  void theGroupsTellHowTheyStand() {
    server.enqueue("p-1");
    String groups = "/v1/queues/default/groups";
    await().until(() -> server.get(groups).json().at("/groups/0/lag").asInt() == 0);
    await().until(() -> server.get(groups).json().at("/groups/0/pending").asInt() == 0);

    Reply shown = server.get(groups).is(200);

    assertThat(shown.json().at("/groups/0").propertyNames())
        .containsExactly(
            "group",
            "length",
            "lag",
            "pending",
            "oldest_pending",
            "last_delivered",
            "dead_letters",
            "consumers");
    assertThat(shown.at("/groups/0/group")).isEqualTo("matchmaking-workers");
    assertThat(shown.json().at("/groups/0/length").asInt()).isEqualTo(2);
    assertThat(shown.json().at("/groups/0/oldest_pending").isNull()).isTrue();
    assertThat(shown.json().at("/groups/0/consumers/0").propertyNames())
        .containsExactly("name", "pending", "idle_ms");
    assertThat(shown.at("/groups/0/consumers/0/name")).isEqualTo("consumer-test");
  }

  @Test
  void anUnknownQueueIsNotFound() {
    for (String path : new String[] {"", "/state", "/groups", "/events"}) {
      server.get("/v1/queues/nowhere" + path).isProblem(404, "not-found");
    }
  }

  @Test
  void aHeadIsAnsweredLikeAGet() {
    var none = BodyPublishers.noBody();

    assertThat(server.send("HEAD", "/v1/queues/default", none).is(200).body()).isEmpty();
    server.send("HEAD", "/v1/queues/nowhere", none).is(404);
  }
}
