package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matches that their players are asked to accept. */
final class ProposalsTest {
  private final TestServer server = TestServer.start();
  private String room = "";

  @BeforeEach
  void propose() {
    room = "/v1/rooms/" + server.match("asked", "p-1", "p-2");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply answer(String player, boolean accepted) {
    String path = room + "/players/" + player + "/acceptance";
    return server.json("PUT", path, "{\"accepted\":" + accepted + "}");
  }

  private String ticketOf(String player) {
    return server
        .get("/v1/players/" + player + "/events?type=PlayerEnqueued")
        .at("/events/0/ticket_id");
  }

  private Reply ticket(String player) {
    return server.get("/v1/queues/asked/tickets/" + ticketOf(player)).is(200);
  }

  @Test
  void aLongPollEndsWithTheProposal() {
    Reply proposed = ticket("p-1");

    assertThat(proposed.at("/status")).isEqualTo("proposed");
    assertThat("/v1/rooms/" + proposed.at("/room_id")).isEqualTo(room);
    assertThat(proposed.json().has("waited_ms")).isTrue();
  }

  @Test
  void aProposedRoomShowsWhoAccepted() {
    answer("p-2", true).is(200);

    Reply shown = server.get(room).is(200);

    assertThat(shown.json().propertyNames())
        .containsExactly(
            "id", "queue", "status", "teams", "created_at", "accept_deadline", "quality");
    assertThat(shown.at("/status")).isEqualTo("proposed");
    assertThat(shown.json().at("/teams").toString())
        .isEqualTo(
            "[{\"name\":\"red\",\"players\":"
                + "[{\"id\":\"p-1\",\"joined\":false,\"accepted\":false}]},"
                + "{\"name\":\"blue\",\"players\":"
                + "[{\"id\":\"p-2\",\"joined\":false,\"accepted\":true}]}]");
  }

  @Test
  void theRoomOpensWhenAllAccepted() {
    answer("p-1", true).is(200);
    answer("p-1", true).is(200);

    Reply open = answer("p-2", true).is(200);

    assertThat(open.at("/status")).isEqualTo("open");
    assertThat(open.json().has("join_deadline")).isTrue();
    assertThat(open.json().has("accept_deadline")).isFalse();
    assertThat(open.json().at("/teams/0/players/0").has("accepted")).isFalse();
    assertThat(ticket("p-1").at("/status")).isEqualTo("matched");
    assertThat(server.get(room + "/events").each("/events", "/type"))
        .containsExactly("MatchProposed", "PlayerAccepted", "PlayerAccepted", "PlayersMatched");
    answer("p-2", true).is(200);
    answer("p-2", false).isProblem(409, "room-not-open");
  }

  @Test
  void whoDeclinesLeavesAndTheOtherWaitsOn() {
    String enqueued = ticket("p-1").at("/enqueued_at");

    Reply declined = answer("p-2", false).is(200);

    assertThat(declined.at("/status")).isEqualTo("cancelled");
    assertThat(declined.json().at("/teams/1/players/0/accepted").asBoolean()).isFalse();
    assertThat(ticket("p-1").at("/status")).isEqualTo("waiting");
    assertThat(ticket("p-1").at("/enqueued_at")).isEqualTo(enqueued);
    assertThat(ticket("p-2").at("/status")).isEqualTo("cancelled");
    answer("p-2", false).is(200);
    answer("p-1", true).isProblem(409, "room-not-open");
  }

  @Test
  void theProposalSaysWhatItRestsOn() {
    Reply events = server.get(room + "/events?type=MatchProposed");

    assertThat(events.json().at("/events/0").propertyNames())
        .containsExactly(
            "position",
            "type",
            "timestamp",
            "queue",
            "room_id",
            "teams",
            "rules_version",
            "decided_after",
            "quality",
            "tickets",
            "rules",
            "accept_deadline");
    assertThat(events.json().at("/events/0/rules").toString())
        .isEqualTo("[{\"name\":\"fair\",\"value\":0,\"limit\":500,\"detail\":\"rating\"}]");
  }

  @Test
  void nobodyJoinsOrLeavesBeforeAllAccepted() {
    server.put(room + "/players/p-1").isProblem(409, "room-not-open");
    server.delete(room + "/players/p-1").isProblem(409, "room-not-open");
    server.post(room + ":start", "").isProblem(409, "room-not-open");
  }

  @Test
  void aStrangerIsNotAsked() {
    answer("p-3", true).isProblem(404, "not-found");
    room = "/v1/rooms/unknown";
    answer("p-1", true).isProblem(404, "not-found");
  }

  @Test
  void aBadAnswerIsRefused() {
    String path = room + "/players/p-1/acceptance";
    assertFaults(server.json("PUT", path, "{}"), "/accepted");
    assertFaults(server.json("PUT", path, "{\"accepted\":\"yes\"}"), "/accepted");
    assertFaults(server.json("PUT", path, "{\"accepted\":true,\"why\":1}"), "/why");
    assertFaults(server.json("PUT", path, "{\"accepted\":true,\"accepted\":false}"), "/accepted");
    assertFaults(server.json("PUT", path, "[]"), "");
    server.put(path).isProblem(415, "unsupported-media-type");
  }

  private static void assertFaults(Reply refused, String... pointers) {
    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/pointer"))
        .containsExactly(pointers);
  }
}
