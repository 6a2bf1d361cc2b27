package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.bootstrap.RunningProgram.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two real programs on one real Redis. */
final class TwoInstancesTest {
  private static final String TICKETS = "/v1/queues/default/tickets";

  private RedisServer redis;
  private RunningProgram north;
  private RunningProgram south;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    north = RunningProgram.serve("--store", redis.uri(), "--instance", "north");
    south = RunningProgram.serve("--store", redis.uri(), "--instance", "south");
  }

  @AfterEach
  void stop() {
    north.close();
    south.close();
    redis.close();
  }

  @Test
  void playersOfTwoInstancesMeetAndTheirGameStarts() {
    String first = enqueue(north, "p-1");
    String second = enqueue(south, "p-2");

    JsonNode ticket = matched(north, first);
    String room = ticket.get("room_id").asString();
    assertThat(matched(south, second).get("room_id").asString()).isEqualTo(room);

    join(south, room, "p-1");
    JsonNode started = join(north, room, "p-2");
    assertThat(started.get("status").asString()).isEqualTo("started");
    assertThat(types(north, "/v1/rooms/" + room + "/events"))
        .containsExactly("PlayersMatched", "PlayerJoinedRoom", "PlayerJoinedRoom", "GameStarted");
    assertThat(types(south, "/v1/players/p-1/events"))
        .containsExactly("PlayerEnqueued", "PlayersMatched", "PlayerJoinedRoom", "GameStarted");
  }

  @Test
  void aRepeatedRequestIsAnsweredTheSameByEitherInstance() {
    String body = body("p-1");
    Answer first = north.post(TICKETS, body, "Idempotency-Key", "key 1");
    Answer again = south.post(TICKETS, body, "Idempotency-Key", "key 1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());

    assertThat(south.post(TICKETS, body("p-9"), "Idempotency-Key", "key 1").status())
        .isEqualTo(422);
    assertThat(south.post(TICKETS, body("p-1")).status()).isEqualTo(409);
  }

  @Test
  void whatAKilledInstanceWasToldIsThereForTheNext() {
    String waiting = enqueue(north, "p-1");
    north.kill();

    enqueue(south, "p-2");
    String room = matched(south, waiting).get("room_id").asString();

    try (RunningProgram again =
        RunningProgram.serve("--store", redis.uri(), "--instance", "north")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(again.get("/v1/queues/default/state").body())
                  .isEqualTo(south.get("/v1/queues/default/state").body()));
      assertThat(again.get("/v1/rooms/" + room).status()).isEqualTo(200);
      assertThat(again.terminate()).isZero();
    }
  }

  @Test
  void theWorkersOfBothInstancesLeaveNothingUndone() {
    enqueue(north, "p-1");
    enqueue(north, "p-2");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          JsonNode group = south.get("/v1/queues/default/groups").body().get("groups").get(0);
          assertThat(group.get("group").asString()).isEqualTo("matchmaking-workers");
          assertThat(group.get("pending").asInt()).isZero();
          assertThat(group.get("lag").asInt()).isZero();
          assertThat(group.get("consumers").findValuesAsString("name"))
              .isNotEmpty()
              .isSubsetOf("consumer-north", "consumer-south");
        });
  }

  @Test
  void aRestartedRedisIsFoundAgain() {
    String before = enqueue(north, "p-1");
    redis.kill();
    redis.restart();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> north.post(TICKETS, body("p-2")).status() == 201);
    assertThat(matched(south, before).get("status").asString()).isEqualTo("matched");
  }

  private static String enqueue(RunningProgram instance, String player) {
    Answer answer = instance.post(TICKETS, body(player));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().get("id").asString();
  }

  private static String body(String player) {
    return "{\"players\":[{\"id\":\"" + player + "\"}]}";
  }

  private static JsonNode matched(RunningProgram instance, String ticket) {
    JsonNode answer = instance.get(TICKETS + "/" + ticket, "Prefer", "wait=30").body();
    assertThat(answer.get("status").asString()).isEqualTo("matched");
    return answer;
  }

  private static JsonNode join(RunningProgram instance, String room, String player) {
    Answer answer = instance.put("/v1/rooms/" + room + "/players/" + player, "");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> types(RunningProgram instance, String path) {
    return instance.get(path).body().get("events").findValuesAsString("type");
  }
}
