package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.http.access.Access;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use which route. */
final class AccessTest {
  /**
   * What is answered to nobody, an unknown key, Alice, Carol, a game server and an operator. Ticket
   * and room are Alice's, and so is the body. A plus is anything but 401 and 403.
   */
  private static final String TABLE =
      """
      GET    /health/live                                     +   +   +   +   +   +
      GET    /health/ready                                    +   +   +   +   +   +
      GET    /metrics                                         401 401 403 403 403 +
      GET    /v1/queues                                       401 401 403 403 +   +
      GET    /v1/queues/{queue}                               401 401 403 403 +   +
      GET    /v1/queues/{queue}/state                         401 401 403 403 403 +
      GET    /v1/queues/{queue}/history                       401 401 403 403 403 +
      GET    /v1/queues/{queue}/groups                        401 401 403 403 403 +
      GET    /v1/queues/{queue}/events                        401 401 403 403 403 +
      GET    /v1/queues/{queue}/dead-letters                  401 401 403 403 403 +
      POST   /v1/queues/{queue}/dead-letters/{position}:retry 401 401 403 403 403 +
      DELETE /v1/queues/{queue}/dead-letters/{position}       401 401 403 403 403 +
      POST   /v1/queues/{queue}/tickets                       401 401 +   403 +   +
      POST   /v1/queues/{queue}/tickets:batch                 401 401 403 403 +   +
      GET    /v1/queues/{queue}/tickets/{ticket}              401 401 +   403 +   +
      GET    /v1/queues/{queue}/tickets/{ticket}/trace        401 401 +   403 +   +
      DELETE /v1/queues/{queue}/tickets/{ticket}              401 401 +   403 +   +
      GET    /v1/players/{player}/events                      401 401 +   403 +   +
      GET    /v1/rooms/{room}                                 401 401 +   403 +   +
      GET    /v1/rooms/{room}/events                          401 401 +   403 +   +
      PUT    /v1/rooms/{room}/players/{player}                401 401 +   403 +   +
      PUT    /v1/rooms/{room}/players/{player}/acceptance     401 401 +   403 +   +
      DELETE /v1/rooms/{room}/players/{player}                401 401 +   403 +   +
      PUT    /v1/rooms/{room}/connection                      401 401 403 403 +   +
      POST   /v1/rooms/{room}:start                           401 401 403 403 +   +
      POST   /v1/rooms/{room}:cancel                          401 401 403 403 +   +
      POST   /v1/rooms/{room}/backfills                       401 401 403 403 +   +
      GET    /v1/rooms/{room}/backfills/{backfill}            401 401 403 403 +   +
      DELETE /v1/rooms/{room}/backfills/{backfill}            401 401 403 403 +   +
      POST   /v1/rooms/{room}/result                          401 401 403 403 +   +
      """;

  private static final List<String[]> CALLERS =
      List.of(
          new String[0],
          TestCredentials.bearer("pt_unknown"),
          TestCredentials.bearer(TestCredentials.token("alice")),
          TestCredentials.bearer(TestCredentials.token("carol")),
          TestCredentials.bearer(TestCredentials.SERVER),
          TestCredentials.bearer(TestCredentials.OPERATOR));

  private static final TestServer SERVER = TestServer.start(TestCredentials.all());
  private static final Map<String, String> IDS = new LinkedHashMap<>();

  /** A route of the table. */
  record Row(String method, String path, List<String> answers) {
    static Row parse(String line) {
      String[] words = line.split(" +");
      return new Row(words[0], words[1], List.of(words).subList(2, words.length));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::parse);
  }

  @BeforeAll
  static void play() {
    String asked = enqueue("asked", "alice");
    enqueue("asked", "bob");
    String ticket = enqueue("ranked", "alice");
    String[] operator = TestCredentials.bearer(TestCredentials.OPERATOR);
    Reply matched =
        SERVER.get(
            "/v1/queues/asked/tickets/" + asked, operator[0], operator[1], "Prefer", "wait=30");
    IDS.put("{queue}", "ranked");
    IDS.put("{ticket}", ticket);
    IDS.put("{room}", matched.at("/room_id"));
    IDS.put("{player}", "alice");
    IDS.put("{backfill}", "b-1");
    IDS.put("{position}", "1-0");
  }

  private static String enqueue(String queue, String player) {
    return SERVER
        .post(
            "/v1/queues/" + queue + "/tickets",
            TestServer.solo(player),
            TestCredentials.bearer(TestCredentials.SERVER))
        .is(201)
        .at("/id");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRouteIsForThoseItIsFor(Row row) {
    for (int i = 0; i < CALLERS.size(); i++) {
      String answer = row.answers().get(i);
      assertAnswer(answer, send(row.method(), row.path(), CALLERS.get(i)));
      if (row.method().equals("GET")) {
        Reply head = send("HEAD", row.path(), CALLERS.get(i));
        assertThat(head.body()).isEmpty();
        assertThat(answer(head)).isEqualTo(answer);
      }
    }
  }

  private static void assertAnswer(String expected, Reply reply) {
    assertThat(answer(reply)).as(reply.body()).isEqualTo(expected);
    switch (expected) {
      case "401" -> reply.isProblem(401, "unauthorized");
      case "403" -> reply.isProblem(403, "forbidden");
      default -> assertThat(reply.status()).as(reply.body()).isLessThan(500);
    }
  }

  private static String answer(Reply reply) {
    return reply.status() == 401 || reply.status() == 403 ? Integer.toString(reply.status()) : "+";
  }

  private static Reply send(String method, String path, String[] caller) {
    String named = path;
    for (Map.Entry<String, String> id : IDS.entrySet()) {
      named = named.replace(id.getKey(), id.getValue());
    }
    return SERVER.json(method, named, TestServer.solo("alice"), caller);
  }

  @Test
  void everyRouteSaysWhoItIsForAndIsInTheTable() {
    List<String> found = new ArrayList<>();
    for (Endpoint endpoint : SERVER.http.endpoints()) {
      if (!endpoint.method.equals(HandlerType.BEFORE_MATCHED)) {
        Set<?> roles = Objects.requireNonNull(endpoint.metadata(Roles.class)).getRoles();
        assertThat(roles).as(endpoint.path).hasSize(1).first().isInstanceOf(Access.class);
        found.add(endpoint.method.name() + " " + endpoint.path);
      }
    }
    Set<String> told =
        rows()
            .flatMap(row ->
                row.method().equals("GET")
                    ? Stream.of(row.toString(), "HEAD " + row.path())
                    : Stream.of(row.toString()))
            .collect(Collectors.toSet());
    assertThat(found).containsExactlyInAnyOrderElementsOf(told);
  }
}
