package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TracesTest {
  private static final String RANKED = "/v1/queues/ranked/tickets";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whyATicketWaits() {
    String ann = server.post(RANKED, rated("ann", 1500)).is(201).at("/id");
    String bob = server.post(RANKED, rated("bob", 1700)).is(201).at("/id");

    Reply trace = server.get(RANKED + "/" + ann + "/trace").is(200);

    assertThat(trace.json().propertyNames())
        .containsExactly("ticket", "player_ids", "status", "at", "story", "waiting");
    assertThat(trace.at("/ticket")).isEqualTo(ann);
    assertThat(trace.at("/status")).isEqualTo("waiting");
    assertThat(trace.each("/story", "/type")).containsExactly("PlayerEnqueued");
    assertThat(trace.json().at("/story/0").propertyNames())
        .containsExactly("position", "timestamp", "type", "text");
    assertThat(trace.json().at("/waiting").propertyNames())
        .containsExactly(
            "standing",
            "needed",
            "can_meet",
            "will_meet",
            "elsewhere",
            "unmatchable",
            "nearest",
            "text");
    assertThat(trace.json().at("/waiting/needed").asInt()).isEqualTo(4);
    assertThat(trace.json().at("/waiting/unmatchable").asBoolean()).isTrue();
    assertThat(trace.at("/waiting/nearest/0/ticket_id")).isEqualTo(bob);
    assertThat(trace.json().at("/waiting/nearest/0").propertyNames())
        .containsExactly(
            "ticket_id", "player_ids", "admitted", "refused_by", "admitted_from", "text");
    var refusedBy = trace.json().at("/waiting/nearest/0/refused_by");
    assertThat(refusedBy.propertyNames())
        .containsExactly("rule", "value", "limit", "other_limit", "text");
    assertThat(refusedBy.at("/rule").asString()).isEqualTo("fair");
    assertThat(refusedBy.at("/value").asInt()).isEqualTo(200);
    assertThat(refusedBy.at("/limit").asInt()).isEqualTo(100);
  }

  @Test
  void whyATicketIsMatched() {
    server.match("p-1", "p-2");
    String ticket = server.get("/v1/queues/default/events").each("/events", "/ticket_id").get(1);

    Reply trace = server.get("/v1/queues/default/tickets/" + ticket + "/trace").is(200);

    assertThat(trace.at("/status")).isEqualTo("matched");
    assertThat(trace.each("/story", "/type")).containsExactly("PlayerEnqueued", "PlayersMatched");
    assertThat(trace.json().at("/match").propertyNames())
        .containsExactly(
            "position",
            "timestamp",
            "type",
            "room_id",
            "teams",
            "rules_version",
            "decided_after",
            "quality",
            "tickets",
            "rules",
            "not_taken",
            "text");
    assertThat(trace.at("/match/tickets/0/ticket_id")).isEqualTo(ticket);
  }

  @Test
  void twoTicketsAreHeldAgainstEachOtherAtAMoment() {
    String ann = server.post(RANKED, rated("ann", 1500)).is(201).at("/id");
    Reply bob = server.post(RANKED, rated("bob", 1700)).is(201);
    String query = "?with=" + bob.at("/id") + "&at=" + bob.at("/position");

    Reply trace = server.get(RANKED + "/" + ann + "/trace" + query).is(200);

    assertThat(trace.at("/at/position")).isEqualTo(bob.at("/position"));
    assertThat(trace.json().at("/with").propertyNames())
        .containsExactly(
            "time", "ticket_id", "player_ids", "admitted", "refused_by", "admitted_from", "text");
    assertThat(trace.json().at("/with/admitted").asBoolean()).isFalse();
  }

  @Test
  void whatIsUnknownOrUnreadableIsRefused() {
    String ann = server.post(RANKED, rated("ann", 1500)).is(201).at("/id");
    String trace = RANKED + "/" + ann + "/trace";

    server.get(RANKED + "/nobody/trace").isProblem(404, "not-found");
    server.get("/v1/queues/nowhere/tickets/" + ann + "/trace").isProblem(404, "not-found");
    server.get(trace + "?at=1-0").isProblem(404, "not-found");
    Reply at = server.get(trace + "?at=yesterday").isProblem(400, "invalid-request");
    assertThat(at.at("/errors/0/parameter")).isEqualTo("at");
    Reply with = server.get(trace + "?with=nobody").isProblem(400, "invalid-request");
    assertThat(with.at("/errors/0/parameter")).isEqualTo("with");
  }

  private static String rated(String player, int rating) {
    return "{\"players\":[{\"id\":\"" + player + "\",\"attributes\":{\"rating\":" + rating + "}}]}";
  }
}
