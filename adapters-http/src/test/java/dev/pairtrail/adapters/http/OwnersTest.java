package dev.pairtrail.adapters.http;

import static dev.pairtrail.adapters.http.TestCredentials.bearer;
import static dev.pairtrail.adapters.http.TestCredentials.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each caller can do, and what does not happen when one may not. */
final class OwnersTest {
  private static final String TICKETS = "/v1/queues/default/tickets";
  private static final String[] ALICE = bearer(token("alice"));
  private static final String[] CAROL = bearer(token("carol"));
  private static final String[] GAME = bearer(TestCredentials.SERVER);
  private static final String[] OPERATOR = bearer(TestCredentials.OPERATOR);

  private final TestServer server = TestServer.start(TestCredentials.all());

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply delete(String path, String... caller) {
    return server.send("DELETE", path, BodyPublishers.noBody(), caller);
  }

  private String enqueue(String player, String... caller) {
    return TICKETS + "/" + server.post(TICKETS, TestServer.solo(player), caller).is(201).at("/id");
  }

  @Test
  void aPlayerHasTheirOwnTicket() {
    String ticket = enqueue("alice", ALICE);

    assertThat(server.get(ticket, ALICE).is(200).at("/status")).isEqualTo("waiting");
    server.get(ticket + "/trace", ALICE).is(200);
    delete(ticket, ALICE).is(204);
    delete(ticket, ALICE).is(204);
    assertThat(server.get(ticket, GAME).at("/status")).isEqualTo("cancelled");
  }

  @Test
  void whatBelongsToAnotherIsLeftAlone() {
    String ticket = enqueue("alice", ALICE);

    delete(ticket, CAROL).isProblem(403, "forbidden");
    server.get(ticket, "Prefer", "wait=60", CAROL[0], CAROL[1]).isProblem(403, "forbidden");

    assertThat(server.get(ticket, ALICE).at("/status")).isEqualTo("waiting");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    server.get(TICKETS + "/t-0", CAROL).isProblem(404, "not-found");
    delete(TICKETS + "/t-0", CAROL).isProblem(404, "not-found");
    server.get("/v1/rooms/r-0", CAROL).isProblem(404, "not-found");
    server.get("/v1/rooms/r-0/events", CAROL).isProblem(404, "not-found");
    server.send("PUT", "/v1/rooms/r-0/players/carol", BodyPublishers.noBody(), CAROL).is(404);
  }

  @Test
  void aPlayerBringsNobodyElse() {
    String party = "{\"players\":[{\"id\":\"carol\"},{\"id\":\"alice\"}]}";

    server.post(TICKETS, party, CAROL).isProblem(403, "forbidden");
    server.post(TICKETS, TestServer.solo("alice"), CAROL).isProblem(403, "forbidden");

    assertThat(server.get("/v1/queues/default/state", OPERATOR).json().at("/waiting")).isEmpty();
    server.post("/v1/queues/ranked/tickets", party, GAME).is(201);
  }

  @Test
  void aTraceIsNotHeldAgainstTheTicketOfAnother() {
    String ticket = enqueue("alice", ALICE);
    String other =
        server.post("/v1/queues/ranked/tickets", TestServer.solo("carol"), CAROL).at("/id");
    delete(ticket, ALICE).is(204);
    String carols = enqueue("carol", CAROL);

    server.get(carols + "/trace?with=" + id(ticket), CAROL).isProblem(403, "forbidden");
    server.get(carols + "/trace?with=" + id(ticket), GAME).is(200);
    server.get(carols + "/trace?with=" + other, CAROL).isProblem(400, "invalid-request");
  }

  private static String id(String ticket) {
    return ticket.substring(TICKETS.length() + 1);
  }

  @Test
  void aRoomIsForThoseWhoPlayInIt() {
    String ticket = enqueue("alice", ALICE);
    enqueue("bob", GAME);
    String room =
        "/v1/rooms/" + server.get(ticket, "Prefer", "wait=30", ALICE[0], ALICE[1]).at("/room_id");

    server.get(room, ALICE).is(200);
    server.get(room, CAROL).isProblem(403, "forbidden");
    assertThat(server.get(room + "/events", ALICE).is(200).json().at("/events")).hasSize(1);
    server.get(room + "/events", CAROL[0], CAROL[1], "Accept", "text/event-stream").is(403);
    server.send("PUT", room + "/players/alice", BodyPublishers.noBody(), ALICE).is(200);
    server.send("PUT", room + "/players/bob", BodyPublishers.noBody(), ALICE).is(403);
    server.send("PUT", room + "/players/carol", BodyPublishers.noBody(), CAROL).is(404);
    assertThat(server.get(room, ALICE).at("/status")).isEqualTo("open");
  }

  @Test
  void aDiscardNamesTheKeyOfTheOperator() {
    server.store.appendUnreadable(TestServer.queue("default"), Map.of("hello", "world"));
    String letters = "/v1/queues/default/dead-letters";
    await().until(() -> server.get(letters, OPERATOR).json().at("/dead_letters").size() == 1);
    String letter = letters + "/" + server.get(letters, OPERATOR).at("/dead_letters/0/position");

    delete(letter).isProblem(401, "unauthorized");
    delete(letter, GAME).isProblem(403, "forbidden");
    delete(letter, OPERATOR).is(204);

    Reply told = server.get("/v1/queues/default/events?type=DeadLetterDiscarded", OPERATOR);
    assertThat(told.each("/events", "/by")).containsExactly("ops");
  }

  @Test
  void aCallerIsAskedForACredential() {
    Reply asked = server.get("/v1/queues").isProblem(401, "unauthorized");
    assertThat(asked.header("WWW-Authenticate")).isEqualTo("Bearer");
    Reply head = server.send("HEAD", "/v1/queues", BodyPublishers.noBody());
    assertThat(head.is(401).header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer pt_not-one-of-ours",
        "Bearer",
        "Bearer ",
        "Bearer pt_a-key-of-who-runs-it x",
        "Bearer a.b.c",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Basic b3BzOnB0X2Eta2V5LW9mLXdoby1ydW5zLWl0",
        "pt_a-key-of-who-runs-it"
      })
  void aBadCredentialIsRefusedAndNotRepeated(String field) {
    Reply refused = server.get("/v1/queues", "Authorization", field);

    refused.isProblem(401, "unauthorized");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(refused.body()).doesNotContain("pt_").doesNotContain("eyJ");
  }

  @Test
  void twoCredentialsAreNone() {
    server.get("/v1/queues", OPERATOR[0], OPERATOR[1], GAME[0], GAME[1]).is(401);
  }

  @Test
  void theSchemeIsWrittenInAnyCase() {
    server.get("/v1/queues", "Authorization", "bearer  " + TestCredentials.SERVER).is(200);
  }

  @Test
  void whatIsNoRouteTellsTheSameToAll() {
    server.get("/v1/nothing").isProblem(404, "not-found");
    server.send("PATCH", "/v1/queues", BodyPublishers.noBody()).is(405);
    server.send("HEAD", "/v1/nothing", BodyPublishers.noBody()).is(404);
  }
}
