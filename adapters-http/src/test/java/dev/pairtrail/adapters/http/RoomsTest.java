package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RoomsTest {
  private final TestServer server = TestServer.start();
  private String room = "";

  @BeforeEach
  void match() {
    room = "/v1/rooms/" + server.match("p-1", "p-2");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anOpenRoomIsShown() {
    Reply shown = server.get(room).is(200);

    assertThat(shown.json().propertyNames())
        .containsExactly(
            "id", "queue", "status", "teams", "created_at", "join_deadline", "quality");
    assertThat(shown.json().at("/teams").toString())
        .isEqualTo(
            "[{\"name\":\"red\",\"players\":[{\"id\":\"p-1\",\"joined\":false}]},"
                + "{\"name\":\"blue\",\"players\":[{\"id\":\"p-2\",\"joined\":false}]}]");
    assertThat(shown.at("/queue")).isEqualTo("default");
    assertThat(shown.at("/status")).isEqualTo("open");
  }

  @Test
  void aPlayerJoinsOnce() {
    assertThat(server.put(room + "/players/p-1").is(200).at("/teams/0/players/0/joined"))
        .isEqualTo("true");
    server.put(room + "/players/p-1").is(200);

    assertThat(server.get(room + "/events?type=PlayerJoinedRoom").json().at("/events")).hasSize(1);
  }

  @Test
  void theGameStartsWhenAllAreThere() {
    server.put(room + "/players/p-1").is(200);
    server.put(room + "/players/p-2").is(200);

    await().until(() -> server.get(room).at("/status").equals("started"));
    server.put(room + "/players/p-1").is(200);
  }

  @Test
  void whoeverLeavesIsShownToHaveLeft() {
    Reply left = server.delete(room + "/players/p-2").is(200);

    assertThat(left.json().at("/teams/1/players/0").toString())
        .isEqualTo("{\"id\":\"p-2\",\"joined\":false,\"left\":true}");
  }

  @Test
  void aConnectionIsAssigned() {
    String body = "{\"connection\":\"10.0.0.5:7777\"}";

    Reply assigned = server.json("PUT", room + "/connection", body).is(200);

    assertThat(assigned.at("/connection")).isEqualTo("10.0.0.5:7777");
  }

  @Test
  void aRoomIsStartedByHand() {
    assertThat(server.post(room + ":start", "").is(200).at("/status")).isEqualTo("started");
    server.json("POST", room + ":cancel", "{\"reason\":\"x\"}").isProblem(409, "room-not-open");
  }

  @Test
  void aRoomIsCancelledForAReason() {
    Reply cancelled = server.post(room + ":cancel", "{\"reason\":\"server lost\"}").is(200);

    assertThat(cancelled.at("/status")).isEqualTo("cancelled");
    server.post(room + ":start", "").isProblem(409, "room-not-open");
    assertThat(server.get(room + "/events?type=MatchCancelled").at("/events/0/reason"))
        .isEqualTo("server lost");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    server.get("/v1/rooms/unknown").isProblem(404, "not-found");
    server.put("/v1/rooms/unknown/players/p-1").isProblem(404, "not-found");
    server.put(room + "/players/stranger").isProblem(404, "not-found");
    server.put(room + "/players/no%20id").isProblem(404, "not-found");
    server.post("/v1/rooms/unknown:start", "").isProblem(404, "not-found");
    server.get("/v1/rooms/unknown/events").isProblem(404, "not-found");
  }

  @Test
  void aBadTextIsRefused() {
    assertFault(server.json("PUT", room + "/connection", "{}"), "/connection");
    assertFault(server.json("PUT", room + "/connection", "{\"connection\":7}"), "/connection");
    assertFault(
        server.json("PUT", room + "/connection", "{\"connection\":\"" + "x".repeat(513) + "\"}"),
        "/connection");
    assertFault(server.post(room + ":cancel", "{\"reason\":\"\"}"), "/reason");
    assertFault(server.post(room + ":cancel", "{\"reason\":\"a\",\"reasons\":1}"), "/reasons");
  }

  private static void assertFault(Reply refused, String pointer) {
    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/pointer"))
        .containsExactly(pointer);
  }
}
