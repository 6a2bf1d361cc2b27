package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeadLettersTest {
  private static final String LETTERS = "/v1/queues/default/dead-letters";

  private final TestServer server = TestServer.start();
  private String position = "";

  @BeforeEach
  void parkTwo() {
    server.store.appendUnreadable(TestServer.queue("default"), Map.of("hello", "world"));
    server.store.appendUnreadable(TestServer.queue("default"), Map.of("event", "{broken"));
    await().until(() -> count() == 2);
    position = letters().at("/dead_letters/0/position");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply letters() {
    return server.get(LETTERS).is(200);
  }

  private int count() {
    return letters().json().at("/dead_letters").size();
  }

  @Test
  void aDeadLetterTellsWhatItIsAndWhy() {
    Reply letters = letters();
    assertThat(letters.json().at("/dead_letters/0").propertyNames())
        .containsExactly("position", "group", "reason", "deliveries", "parked_at", "entry");
    assertThat(letters.at("/dead_letters/0/group")).isEqualTo("matchmaking-workers");
    assertThat(letters.json().at("/dead_letters/0/deliveries").asInt()).isEqualTo(1);
    assertThat(letters.at("/dead_letters/0/reason")).isNotBlank();
    assertThat(letters.at("/dead_letters/0/entry/type")).isEqualTo("Unreadable");
    assertThat(letters.at("/dead_letters/0/entry/fields/hello")).isEqualTo("world");
    assertThat(server.get("/v1/queues/default/groups").json().at("/groups/0/dead_letters").asInt())
        .isEqualTo(2);
  }

  @Test
  void theyStopNothing() {
    server.match("p-1", "p-2");
    await()
        .until(() ->
            server.get("/v1/queues/default/groups").json().at("/groups/0/pending").asInt() == 0);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void theyAreListedByPage() {
    Reply first = server.get(LETTERS + "?limit=1").is(200);
    assertThat(first.each("/dead_letters", "/position")).containsExactly(position);
    Reply rest = server.get(LETTERS + "?after=" + position).is(200);
    assertThat(rest.json().at("/dead_letters").size()).isEqualTo(1);
    server.get(LETTERS + "?limit=0").is(400);
  }

  @Test
  void aDiscardIsRecordedOnce() {
    server.delete(LETTERS + "/" + position).is(204);
    server.delete(LETTERS + "/" + position).is(204);
    assertThat(count()).isEqualTo(1);
    Reply events = server.get("/v1/queues/default/events?type=DeadLetterDiscarded").is(200);
    assertThat(events.each("/events", "/entry_position")).containsExactly(position);
    assertThat(events.at("/events/0/group")).isEqualTo("matchmaking-workers");
  }

  @Test
  void whatCannotBeReadIsParkedAgainAfterARetry() {
    String before = letters().at("/dead_letters/0/parked_at");
    server.send("POST", LETTERS + "/" + position + ":retry", BodyPublishers.noBody()).is(204);
    await().until(() -> count() == 2 && !letters().at("/dead_letters/0/parked_at").equals(before));
  }

  @Test
  void whatIsNoDeadLetterIsNotFound() {
    server.delete(LETTERS + "/1-0").is(404);
    server.delete(LETTERS + "/nonsense").is(404);
    server.delete(LETTERS + "/0-0").is(404);
    server.send("POST", LETTERS + "/1-0:retry", BodyPublishers.noBody()).is(404);
    server.delete("/v1/queues/none/dead-letters/1-0").is(404);
  }

  @Test
  void whatWasDiscardedDoesNotComeBackWithTheGroup() {
    server.delete(LETTERS + "/" + position).is(204);
    server.store.removeGroup(TestServer.queue("default"), "matchmaking-workers");
    await().until(() -> count() == 1);
    await()
        .until(() ->
            server.get("/v1/queues/default/groups").json().at("/groups/0/pending").asInt() == 0);
    assertThat(letters().at("/dead_letters/0/position")).isNotEqualTo(position);
  }
}
