package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StopTest {
  private static final String TICKETS = "/v1/queues/default/tickets";

  private final CuttableStore.Switch cut = new CuttableStore.Switch();
  private final TestServer server = start(TestSettings.usual());

  private TestServer start(HttpSettings settings) {
    MemoryEventStore store = new MemoryEventStore(InstantSource.system());
    return TestServer.start(store, new CuttableStore(store, cut), new SequentialIds(), settings);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsUnderWayIsAnswered() {
    server.enqueue("p-1");
    cut.appends.close();
    var answer = sendLater(enqueuing("p-2"));
    await().until(() -> cut.appends.holds());

    CompletableFuture<Void> closed = CompletableFuture.runAsync(server.http::close);
    await().until(() -> !isTaken());
    cut.appends.open();

    assertThat(answer.join().statusCode()).isEqualTo(201);
    closed.join();
  }

  @Test
  void whileItDrainsNothingNewIsTaken() {
    server.enqueue("p-1");
    cut.appends.close();
    var answer = sendLater(enqueuing("p-2"));
    await().until(() -> cut.appends.holds());

    server.http.drain();

    server.post(TICKETS, TestServer.solo("p-3")).isProblem(503, "instance-unavailable");
    cut.appends.open();
    assertThat(answer.join().statusCode()).isEqualTo(201);
  }

  private boolean isTaken() {
    try {
      return server.get("/health/live").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Test
  void streamsEndAndHeldAnswersCome() {
    String ticket = server.enqueue("p-1").at("/id");
    var held = sendLater(server.request(TICKETS + "/" + ticket).header("Prefer", "wait=60"));
    try (SseClient client = new SseClient(server.request("/v1/queues/default/events"))) {
      client.nextIds(2);

      server.http.close();

      assertThat(client.next()).isNull();
    }
    assertThat(held.join().body()).contains("\"status\":\"waiting\"");
  }

  @Test
  void anAnswerIsHeldLongerThanAConnectionMayBeIdle() {
    try (TestServer hasty = start(TestSettings.idleTimeout(Duration.ofMillis(100)))) {
      String ticket = hasty.enqueue("p-1").at("/id");

      Reply held = hasty.get(TICKETS + "/" + ticket, "Prefer", "wait=1").is(200);

      assertThat(held.at("/status")).isEqualTo("waiting");
    }
  }

  @Test
  void aPortIsTakenOnce() {
    try (HttpServer second =
        new HttpServer(server.application, HttpSettings.on("127.0.0.1", server.port()))) {
      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
    }
  }

  private HttpRequest.Builder enqueuing(String player) {
    return server
        .request(TICKETS)
        .POST(BodyPublishers.ofString(TestServer.solo(player)))
        .header("Content-Type", "application/json");
  }

  private static CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
    return TestServer.CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
