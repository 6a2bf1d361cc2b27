package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private String scraped() {
    return server.get("/metrics").is(200).body();
  }

  @Test
  void theFiguresOfAQueueAreText() {
    server.match("p-1", "p-2");
    server.enqueue("p-3");
    assertThat(scraped().lines())
        .contains("pairtrail_tickets_waiting{queue=\"default\"} 1.0")
        .contains("pairtrail_rooms_open{queue=\"default\"} 1.0")
        .contains("pairtrail_log_matches_total{queue=\"default\"} 1.0")
        .contains("pairtrail_log_losses_total{queue=\"default\"} 0.0")
        .anyMatch(line -> line.startsWith("pairtrail_commits_events_total{queue=\"ranked\"}"))
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
  }

  @Test
  void aLostLogIsCountedAndSaidByTheReadinessProbe() {
    server.enqueue("p-1");
    server.store.deleteAll(TestServer.queue("default"));
    await()
        .until(() ->
            scraped()
                .lines()
                .anyMatch("pairtrail_log_losses_total{queue=\"default\"} 1.0"::equals));
    Reply ready = await().until(() -> server.get("/health/ready"), r -> r.status() == 200);
    assertThat(ready.at("/notes/0/part")).isEqualTo("queue default");
    assertThat(ready.at("/notes/0/detail")).contains("the log changed under us");
    assertThat(server.get("/v1/queues/default").json().at("/depth").asInt()).isZero();
  }
}
