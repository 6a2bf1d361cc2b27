package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What no handler of ours sees. */
final class RefusalsTest {
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PATCH   | /v1/queues                               | GET, HEAD
          DELETE  | /v1/queues/default/tickets               | POST
          PUT     | /v1/queues/default/tickets/t             | GET, DELETE, HEAD
          OPTIONS | /v1/rooms/r/players/p                    | PUT, DELETE
          GET     | /v1/rooms/r/connection                   | PUT
          QUERY   | /health/live                             | GET, HEAD
          FOO     | /v1/queues                               | GET, HEAD
          """)
  void anotherMethodIsNotAllowed(String method, String path, String allowed) {
    Reply refused = SERVER.send(method, path, BodyPublishers.noBody(), "Accept", "text/html");

    refused.isProblem(405, "method-not-allowed");
    assertThat(refused.header("Allow").split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
  }

  @Test
  void anotherPathIsNotFound() {
    SERVER.get("/").isProblem(404, "not-found");
    SERVER.get("/v2/queues", "Accept", "text/html").isProblem(404, "not-found");
    SERVER.get("/v1/queues/default/tickets/a/b").isProblem(404, "not-found");
    SERVER.get("/v1/queues", "Sec-WebSocket-Version", "13").isProblem(404, "not-found");
  }

  @Test
  void anUnreadableRequestIsAProblem() throws IOException {
    assertProblem("nonsense\r\n\r\n", 400, "invalid-request");
    assertProblem("GET / HTTP/1.1\r\n\r\n", 400, "invalid-request");
    assertProblem("GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n", 400, "invalid-request");
    assertProblem("GET /v1/queues/%ff HTTP/1.1\r\nHost: h\r\n\r\n", 400, "invalid-request");
    assertProblem("GET / HTTP/9.9\r\nHost: h\r\n\r\n", 505, "internal-error");
  }

  @Test
  void whatIsTooLargeForTheHeaderIsAProblem() throws IOException {
    String large = "x".repeat(20_000);

    assertProblem(
        "GET / HTTP/1.1\r\nHost: h\r\nX-A: " + large + "\r\n\r\n", 431, "headers-too-large");
    assertProblem("GET /" + large + " HTTP/1.1\r\nHost: h\r\n\r\n", 414, "uri-too-long");
  }

  private static void assertProblem(String request, int status, String name) throws IOException {
    String answer = exchange(request);
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.lines()).contains("Content-Type: application/problem+json");
    JsonNode problem = Reply.MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(problem.at("/type").asString()).endsWith("/" + name);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
  }

  /** What a server answers before it closes, or as much as its Content-Length says. */
  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (!isWhole(answer.toString())) {
        answer.append((char) in.read());
      }
      return answer.toString();
    }
  }

  private static boolean isWhole(String answer) {
    int head = answer.indexOf("\r\n\r\n");
    return head >= 0
        && answer.length() - head - 4
            >= answer
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElseThrow();
  }
}
