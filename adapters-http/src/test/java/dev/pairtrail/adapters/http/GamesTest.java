package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a running game: who comes into it, and how it ends. */
final class GamesTest {
  private final TestServer server = TestServer.start();
  private String room = "";

  @BeforeEach
  void play() {
    room = "/v1/rooms/" + server.match("asked", "p-1", "p-2");
    for (String player : new String[] {"p-1", "p-2"}) {
      server
          .json("PUT", room + "/players/" + player + "/acceptance", "{\"accepted\":true}")
          .is(200);
    }
    server.post(room + ":start", "").is(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply leaveAndAsk() {
    server.delete(room + "/players/p-2").is(200);
    return server.send("POST", room + "/backfills", noBody()).is(201);
  }

  private static BodyPublisher noBody() {
    return BodyPublishers.noBody();
  }

  @Test
  void aGameAsksForAsManyAsHaveLeft() {
    Reply asked = leaveAndAsk();

    assertThat(asked.json().propertyNames())
        .containsExactly("id", "room_id", "queue", "status", "requested_at", "teams");
    assertThat(asked.header("Location")).isEqualTo(room + "/backfills/" + asked.at("/id"));
    assertThat(asked.at("/status")).isEqualTo("open");
    assertThat(asked.json().at("/teams").toString())
        .isEqualTo("[{\"name\":\"blue\",\"players\":1,\"open\":1}]");
    assertThat(server.get(asked.header("Location")).is(200).body()).isEqualTo(asked.body());
  }

  @Test
  void askingAgainAnswersTheSame() {
    Reply first = leaveAndAsk();

    assertThat(server.post(room + "/backfills", "{}").is(201).body()).isEqualTo(first.body());
    assertThat(
            server
                .post(room + "/backfills", "{\"teams\":[{\"name\":\"blue\",\"players\":1}]}")
                .is(201)
                .body())
        .isEqualTo(first.body());
    assertThat(server.get(room + "/events?type=BackfillRequested").json().at("/events")).hasSize(1);
  }

  @Test
  void askingForOthersMeanwhileIsRefused() {
    server.delete(room + "/players/p-1").is(200);
    String id = leaveAndAsk().at("/id");

    Reply refused =
        server.post(room + "/backfills", "{\"teams\":[{\"name\":\"red\",\"players\":1}]}");

    assertThat(refused.isProblem(409, "backfill-already-open").at("/backfill_id")).isEqualTo(id);
  }

  @Test
  void whoComesIsMatchedIntoTheGame() {
    String backfill = leaveAndAsk().header("Location");
    String tickets = "/v1/queues/asked/tickets";
    String ticket = server.post(tickets, TestServer.solo("p-3")).is(201).at("/id");

    Reply matched = server.get(tickets + "/" + ticket, "Prefer", "wait=30").is(200);

    assertThat(matched.at("/status")).isEqualTo("matched");
    assertThat("/v1/rooms/" + matched.at("/room_id")).isEqualTo(room);
    Reply filled = server.get(backfill).is(200);
    assertThat(filled.at("/status")).isEqualTo("matched");
    assertThat(filled.json().at("/teams/0/open").asInt()).isZero();
    assertThat(server.get(room).json().at("/teams/1/players").toString())
        .isEqualTo(
            "[{\"id\":\"p-2\",\"joined\":false,\"left\":true},"
                + "{\"id\":\"p-3\",\"joined\":false}]");
    server.put(room + "/players/p-3").is(200);
    assertThat(server.get(room + "/events?type=BackfillMatched").json().at("/events/0/teams"))
        .hasSize(1);
  }

  @Test
  void aBackfillIsCancelledOnce() {
    String backfill = leaveAndAsk().header("Location");

    server.delete(backfill).is(204);
    server.delete(backfill).is(204);

    assertThat(server.get(backfill).at("/status")).isEqualTo("cancelled");
    assertThat(server.get(room + "/events?type=BackfillCancelled").json().at("/events")).hasSize(1);
  }

  @Test
  void whatTheGameHasNoPlaceForIsRefused() {
    String path = room + "/backfills";
    assertFaults(server.post(path, "{}"), "/teams");
    assertFaults(server.post(path, teams("green", 1)), "/teams/0/name");
    assertFaults(server.post(path, teams("red", 1)), "/teams/0/players");
    assertFaults(server.post(path, teams("red", 0)), "/teams/0/players");
    assertFaults(server.post(path, "{\"teams\":[]}"), "/teams");
    assertFaults(
        server.post(path, "{\"teams\":[{\"players\":1},{\"name\":7,\"size\":1}],\"x\":1}"),
        "/teams/0/name",
        "/teams/1/name",
        "/teams/1/size",
        "/teams/1/players",
        "/x");
  }

  private static String teams(String name, int players) {
    return "{\"teams\":[{\"name\":\"" + name + "\",\"players\":" + players + "}]}";
  }

  @Test
  void whatIsUnknownIsNotFound() {
    server.get(room + "/backfills/unknown").isProblem(404, "not-found");
    server.delete(room + "/backfills/unknown").isProblem(404, "not-found");
    server.get("/v1/rooms/unknown/backfills/unknown").isProblem(404, "not-found");
    server.post("/v1/rooms/unknown/backfills", "{}").isProblem(404, "not-found");
    server.post("/v1/rooms/unknown/result", places(1, 2)).isProblem(404, "not-found");
  }

  @Test
  void onlyARunningGameAsksForPlayersAndEnds() {
    String open = "/v1/rooms/" + server.match("p-8", "p-9");

    server.post(open + "/backfills", "{}").isProblem(409, "room-not-started");
    server.post(open + "/result", places(1, 2)).isProblem(409, "room-not-started");
  }

  @Test
  void aResultIsRecordedOnce() {
    Reply ended = server.post(room + "/result", places(2, 1)).is(200);

    assertThat(ended.json().at("/places").toString())
        .isEqualTo("[{\"name\":\"red\",\"place\":2},{\"name\":\"blue\",\"place\":1}]");
    assertThat(ended.at("/status")).isEqualTo("started");
    server.post(room + "/result", places(2, 1)).is(200);
    server.post(room + "/result", places(1, 2)).isProblem(409, "result-already-recorded");
    server.post(room + "/backfills", "{}").isProblem(409, "room-not-started");
    assertThat(server.get(room + "/events?type=ResultRecorded").json().at("/events")).hasSize(1);
  }

  @Test
  void scoresBecomePlaces() {
    String scores =
        "{\"teams\":[{\"score\":-1.5,\"name\":\"blue\"},{\"name\":\"red\",\"score\":16}]}";

    Reply ended = server.post(room + "/result", scores).is(200);

    assertThat(ended.each("/places", "/place")).containsExactly("1", "2");
    server.post(room + "/result", places(1, 2)).is(200);
  }

  @Test
  void equalScoresAreADraw() {
    String scores =
        "{\"teams\":[{\"name\":\"red\",\"score\":3},{\"name\":\"blue\",\"score\":3.0}]}";

    assertThat(server.post(room + "/result", scores).is(200).each("/places", "/place"))
        .containsExactly("1", "1");
  }

  @Test
  void theNextTicketMayLeaveTheRatingOut() {
    server.post(room + "/result", places(1, 2)).is(200);

    assertThat(
            server
                .get(room + "/events?type=ResultRecorded")
                .json()
                .at("/events/0/ratings/0")
                .toString())
        .isEqualTo("{\"player_id\":\"p-1\",\"mean\":1510,\"deviation\":500}");
    Reply next = server.post("/v1/queues/asked/tickets", TestServer.solo("p-1")).is(201);
    assertThat(next.json().at("/players/0/attributes/rating").asInt()).isEqualTo(1510);
  }

  @Test
  void aBadResultIsRefused() {
    String path = room + "/result";
    assertFaults(server.post(path, "{}"), "/teams");
    assertFaults(server.post(path, result("{\"name\":\"red\",\"place\":1}")), "/teams");
    assertFaults(
        server.post(
            path,
            result(
                "{\"name\":\"green\",\"place\":1}",
                "{\"name\":\"red\",\"place\":2}",
                "{\"name\":\"blue\",\"place\":3}")),
        "/teams/0/name");
    assertFaults(
        server.post(
            path, result("{\"name\":\"red\",\"place\":1}", "{\"name\":\"blue\",\"score\":2}")),
        "/teams/1/score");
    assertFaults(
        server.post(path, result("{\"name\":\"red\",\"place\":0}", "{\"name\":\"blue\"}", "7")),
        "/teams/0/place",
        "/teams/1/place",
        "/teams/2");
    assertFaults(
        server.post(path, result("{\"name\":\"red\",\"score\":\"many\"}")), "/teams/0/score");
  }

  private static String places(int red, int blue) {
    return result(
        "{\"name\":\"red\",\"place\":" + red + "}", "{\"name\":\"blue\",\"place\":" + blue + "}");
  }

  private static String result(String... teams) {
    return "{\"teams\":[" + String.join(",", teams) + "]}";
  }

  private static void assertFaults(Reply refused, String... pointers) {
    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/pointer"))
        .containsExactly(pointers);
  }
}
