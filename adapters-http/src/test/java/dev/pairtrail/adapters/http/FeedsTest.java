package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class FeedsTest {
  private static final String EVENTS = "/v1/queues/default/events";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aQueueTellsItsStory() {
    String room = server.match("p-1", "p-2");

    Reply page = server.get(EVENTS).is(200);

    assertThat(page.header("Content-Type")).isEqualTo("application/json");
    assertThat(page.header("Vary")).isEqualTo("Accept");
    assertThat(page.each("/events", "/type"))
        .containsExactly("RuleSetActivated", "PlayerEnqueued", "PlayerEnqueued", "PlayersMatched");
    assertThat(page.json().at("/next").isNull()).isTrue();
    assertThat(page.header("Link")).isEmpty();
    assertThat(page.json().at("/events/1").propertyNames())
        .containsExactly(
            "position", "type", "timestamp", "ticket_id", "player_id", "attributes", "latency_ms");
    assertMatch(page.json().at("/events/3"), room);
  }

  private static void assertMatch(JsonNode match, String room) {
    assertThat(match.propertyNames())
        .containsExactly(
            "position",
            "type",
            "timestamp",
            "room_id",
            "player1_id",
            "player2_id",
            "teams",
            "rules_version",
            "decided_after",
            "quality",
            "tickets",
            "join_deadline");
    assertThat(match.at("/room_id").asString()).isEqualTo(room);
    assertThat(match.at("/player1_id").asString()).isEqualTo("p-1");
    assertThat(match.at("/player2_id").asString()).isEqualTo("p-2");
    assertThat(match.at("/teams/0").propertyNames())
        .containsExactly("name", "ticket_ids", "player_ids");
    assertThat(match.at("/teams/1/player_ids").toString()).isEqualTo("[\"p-2\"]");
    assertThat(match.at("/tickets/0").propertyNames()).containsExactly("ticket_id", "waited_ms");
  }

  @Test
  void aRuleSetLooksLikeItsFile() {
    Reply page = server.get("/v1/queues/ranked/events").is(200);

    assertThat(page.json().at("/events/0/version").asInt()).isEqualTo(1);
    assertThat(page.json().at("/events/0/rules").toString())
        .isEqualTo(
            "{\"attributes\":{\"rating\":{\"type\":\"number\",\"default\":1500}},\"partition\":[],"
                + "\"teams\":[{\"name\":\"red\",\"min_players\":2,\"max_players\":2},"
                + "{\"name\":\"blue\",\"min_players\":2,\"max_players\":2}],"
                + "\"rules\":[{\"name\":\"fair\",\"type\":\"distance\",\"attribute\":\"rating\","
                + "\"max\":100,\"party\":\"avg\",\"expand\":[{\"after\":\"90s\",\"max\":250.5}],"
                + "\"missing\":\"reject\"}],"
                + "\"ticket_timeout\":\"10m\",\"join_timeout\":\"30s\",\"start\":\"manual\"}");
  }

  @Test
  void aPlayerAndARoomHaveFeedsOfTheirOwn() {
    String room = server.match("p-1", "p-2");
    server.put("/v1/rooms/" + room + "/players/p-2").is(200);

    Reply player = server.get("/v1/players/p-2/events").is(200);
    Reply feed = server.get("/v1/rooms/" + room + "/events").is(200);

    assertThat(player.each("/events", "/type"))
        .containsExactly("PlayerEnqueued", "PlayersMatched", "PlayerJoinedRoom");
    assertThat(player.each("/events", "/queue")).containsOnly("default");
    assertThat(feed.each("/events", "/type")).containsExactly("PlayersMatched", "PlayerJoinedRoom");
    assertThat(feed.each("/events", "/queue")).containsOnly("default");
    assertThat(server.get("/v1/players/stranger/events").is(200).json().at("/events")).isEmpty();
  }

  @Test
  void everyEventHasItsOwnKeys() {
    server.delete("/v1/queues/default/tickets/" + server.enqueue("p-3").at("/id")).is(204);
    String room = "/v1/rooms/" + server.match("p-1", "p-2");
    server.json("PUT", room + "/connection", "{\"connection\":\"here\"}").is(200);
    server.put(room + "/players/p-1").is(200);
    server.delete(room + "/players/p-2").is(200);
    server.post(room + ":cancel", "{\"reason\":\"x\"}").is(200);

    Reply page = server.get(EVENTS + "?limit=1000");

    assertKeys(page, "ConnectionAssigned", "room_id", "connection");
    assertKeys(page, "PlayerJoinedRoom", "player_id", "room_id");
    assertKeys(page, "PlayerLeft", "player_id", "room_id");
    assertKeys(
        page, "MatchCancelled", "room_id", "reason", "returned_ticket_ids", "removed_ticket_ids");
    assertKeys(page, "TicketCancelled", "ticket_id");
  }

  private static void assertKeys(Reply page, String type, String... keys) {
    List<String> expected = new ArrayList<>(List.of("position", "type", "timestamp"));
    expected.addAll(List.of(keys));
    assertThat(page.json().at("/events"))
        .filteredOn(event -> event.at("/type").asString().equals(type))
        .singleElement()
        .extracting(event -> List.copyOf(event.propertyNames()))
        .isEqualTo(expected);
  }

  @Test
  void pagesFollowEachOther() {
    server.enqueue("p-1");
    server.delete("/v1/queues/default/tickets/" + server.enqueue("p-2").at("/id"));
    List<String> all = server.get(EVENTS).each("/events", "/position");

    List<String> read = new ArrayList<>();
    String next = EVENTS + "?limit=1&type=PlayerEnqueued,TicketCancelled&type=PlayersMatched";
    while (!next.isEmpty()) {
      Reply page = server.get(next).is(200);
      read.addAll(page.each("/events", "/position"));
      next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
      assertThat(page.json().at("/next").isNull()).isEqualTo(next.isEmpty());
    }

    assertThat(read).isEqualTo(all.subList(1, all.size()));
  }

  @Test
  void aFeedIsStreamedAsLinesToItsEnd() {
    server.match("p-1", "p-2");
    List<String> all = server.get(EVENTS).each("/events", "/position");

    Reply lines = server.get(EVENTS, "Accept", "application/x-ndjson").is(200);
    Reply rest =
        server.get(
            EVENTS + "?type=PlayersMatched&after=" + all.get(1), "Accept", "application/x-ndjson");

    assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(lines.header("Content-Encoding")).isEmpty();
    assertThat(lines.lines()).extracting(line -> line.at("/position").asString()).isEqualTo(all);
    assertThat(rest.lines())
        .extracting(line -> line.at("/type").asString())
        .containsExactly("PlayersMatched");
    assertThat(
            server.get(EVENTS + "?after=" + all.getLast(), "Accept", "application/x-ndjson").body())
        .isEmpty();
  }

  @Test
  void whatIsNoEventIsShownAsItIs() {
    server.enqueue("p-1");
    server.store.appendUnreadable(TestServer.queue("default"), Map.of("event", "{\"a\":"));
    server.store.appendForeign(
        TestServer.queue("default"),
        new PlayerJoinedRoom(new PlayerId("p"), new RoomId("r"), Instant.EPOCH));

    Reply page = server.get(EVENTS + "?type=Unreadable,PlayerJoinedRoom").is(200);

    assertThat(page.json().at("/events/0").propertyNames())
        .containsExactly("position", "type", "timestamp", "reason", "fields");
    assertThat(page.at("/events/0/fields/event")).isEqualTo("{\"a\":");
    assertThat(page.at("/events/1/timestamp")).isEqualTo("1970-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "after=yesterday, after",
    "limit=0, limit",
    "limit=1001, limit",
    "limit=ten, limit",
    "type=PlayerVanished, type",
    "limit=1&limit=2, limit"
  })
  void aBadParameterIsNamed(String query, String parameter) {
    Reply refused = server.get(EVENTS + "?" + query).isProblem(400, "invalid-request");

    assertThat(refused.each("/errors", "/parameter")).containsExactly(parameter);
  }

  @Test
  void allBadParametersAreNamed() {
    Reply refused = server.get(EVENTS + "?after=a&limit=b&type=c,d");

    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/parameter"))
        .containsExactly("after", "limit", "type", "type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json;q=0", "application/xml, text/*;q=0"})
  void whatIsNotAcceptableIsSaid(String accept) {
    server.get(EVENTS, "Accept", accept).isProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson", "text/event-stream"})
  void whatIsUnknownIsAProblemInEveryShape(String accept) {
    server.get("/v1/queues/nowhere/events", "Accept", accept).isProblem(404, "not-found");
    server.get("/v1/rooms/unknown/events", "Accept", accept).isProblem(404, "not-found");
    server.get("/v1/players/no%20id/events", "Accept", accept).isProblem(404, "not-found");
    server.get(EVENTS + "?after=x", "Accept", accept).isProblem(400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson", "text/event-stream"})
  void aHeadHasTheTypeAndNoBody(String accept) {
    Reply head = server.send("HEAD", EVENTS, BodyPublishers.noBody(), "Accept", accept).is(200);

    assertThat(head.header("Content-Type")).isEqualTo(accept);
    assertThat(head.body()).isEmpty();
  }
}
