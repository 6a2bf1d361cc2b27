package dev.pairtrail.adapters.http;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final String TICKETS = "/v1/queues/default/tickets";
  private static final int MAX_BYTES = 64 * 1024;
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aBodyOfTheLimitIsTakenAndOneOfMoreIsNot() {
    SERVER.post(TICKETS, padded("p-1", MAX_BYTES)).is(201);
    SERVER.post(TICKETS, padded("p-2", MAX_BYTES + 1)).isProblem(413, "payload-too-large");
  }

  @Test
  void theLimitHoldsForABodyOfUnknownLength() {
    sendChunked(TICKETS, padded("p-3", MAX_BYTES)).is(201);
    sendChunked(TICKETS, padded("p-4", MAX_BYTES + 1)).isProblem(413, "payload-too-large");
  }

  private static Reply sendChunked(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return SERVER.send("POST", path, chunked, "Content-Type", "application/json");
  }

  private static String padded(String player, int length) {
    String body = TestServer.solo(player);
    return body + " ".repeat(length - body.length());
  }
}
