package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketBodiesTest {
  private static final String TICKETS = "/v1/queues/default/tickets";
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                           | /players
          {"players":[]}                                               | /players
          {"players":null}                                             | /players
          {"players":"p"}                                              | /players
          {"players":[{"id":"p"}],"players":[{"id":"p"}]}              | /players
          {"players":[{"id":"p"}],"a/b~c":{"d":[1]}}                   | /a~1b~0c
          {"players":[7]}                                              | /players/0
          {"players":[{}]}                                             | /players/0/id
          {"players":[{"id":7}]}                                       | /players/0/id
          {"players":[{"id":""}]}                                      | /players/0/id
          {"players":[{"id":"p q"}]}                                   | /players/0/id
          {"players":[{"id":"p","id":"p"}]}                            | /players/0/id
          {"players":[{"id":"p","name":"x"}]}                          | /players/0/name
          {"players":[{"id":"p","attributes":[]}]}                     | /players/0/attributes
          {"players":[{"id":"p","attributes":{"a":true}}]}             | /players/0/attributes/a
          {"players":[{"id":"p","attributes":{"a":{"b":1}}}]}          | /players/0/attributes/a
          {"players":[{"id":"p","attributes":{"a":1e999}}]}            | /players/0/attributes/a
          {"players":[{"id":"p","attributes":{"a":["x",1]}}]}          | /players/0/attributes/a/1
          {"players":[{"id":"p","attributes":{"a":"x\\ud800"}}]}       | /players/0/attributes/a
          {"players":[{"id":"p","attributes":{"a":["\\udc00"]}}]}      | /players/0/attributes/a/0
          {"players":[{"id":"p","attributes":{"a":1,"a":2}}]}          | /players/0/attributes/a
          {"players":[{"id":"p","attributes":{"":1}}]}                 | /players/0/attributes/
          {"players":[{"id":"p","latency_ms":7}]}                      | /players/0/latency_ms
          {"players":[{"id":"p","latency_ms":{"eu":"30"}}]}            | /players/0/latency_ms/eu
          {"players":[{"id":"p","latency_ms":{"eu":1.5}}]}             | /players/0/latency_ms/eu
          {"players":[{"id":"p","latency_ms":{"eu":-1}}]}              | /players/0/latency_ms/eu
          {"players":[{"id":"p","latency_ms":{"eu":99999999999}}]}     | /players/0/latency_ms/eu
          {"players":[{"id":"p","latency_ms":{"e/u":60001}}]}          | /players/0/latency_ms/e~1u
          """)
  void aFaultHasItsPointer(String body, String pointer) {
    Reply refused = SERVER.post(TICKETS, body).isProblem(400, "invalid-request");

    assertThat(refused.each("/errors", "/pointer")).containsExactly(pointer);
    assertThat(refused.each("/errors", "/detail")).allMatch(detail -> !detail.isBlank());
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Reply refused =
        SERVER.post(
            TICKETS,
            """
            {"player":1,"players":[{"id":"a b","latency_ms":{"eu":"x"}},{"attributes":{"m":null}}]}\
            """);

    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/pointer"))
        .containsExactly(
            "/player",
            "/players/0/id",
            "/players/0/latency_ms/eu",
            "/players/1/attributes/m",
            "/players/1/id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"players\":[{\"id\":\"p\"}]",
        "{players:[]}",
        "[]",
        "\"x\"",
        "{} {}"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    Reply refused = SERVER.post(TICKETS, body).isProblem(400, "invalid-request");

    assertThat(refused.each("/errors", "/pointer")).contains("");
  }

  @Test
  void whatTheRulesOfTheQueueRefuseHasItsPointerToo() {
    Reply refused =
        SERVER.post(
            "/v1/queues/ranked/tickets",
            "{\"players\":[{\"id\":\"p\",\"attributes\":{\"rating\":\"high\"}}]}");

    assertThat(refused.isProblem(400, "invalid-request").each("/errors", "/pointer"))
        .containsExactly("/players/0/attributes/rating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-ndjson", "application/jsonx", "json"})
  void anotherMediaTypeIsRefused(String type) {
    var body = BodyPublishers.ofString(TestServer.solo("p-415"));

    SERVER
        .send("POST", TICKETS, body, "Content-Type", type)
        .isProblem(415, "unsupported-media-type");
    SERVER.send("POST", TICKETS, body).isProblem(415, "unsupported-media-type");
  }

  @Test
  void aCompressedBodyIsRefused() {
    String body = TestServer.solo("p-coded");

    SERVER.post(TICKETS, body, "Content-Encoding", "gzip").isProblem(415, "unsupported-media-type");
    SERVER.post(TICKETS, body, "Content-Encoding", "identity").is(201);
  }

  @Test
  void theMediaTypeMayHaveParameters() {
    var body = BodyPublishers.ofString(TestServer.solo("p-charset"));

    SERVER.send("POST", TICKETS, body, "Content-Type", "Application/JSON; charset=utf-8").is(201);
  }
}
