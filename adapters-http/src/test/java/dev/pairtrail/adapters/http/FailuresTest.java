package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private static final String TICKETS = "/v1/queues/default/tickets";

  private final CuttableStore.Switch cut = new CuttableStore.Switch();
  private final FailingIds ids = new FailingIds();
  private final TestServer server = start(TestSettings.usual());

  private TestServer start(HttpSettings settings) {
    MemoryEventStore store = new MemoryEventStore(InstantSource.system());
    return TestServer.start(store, new CuttableStore(store, cut), ids, settings);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anInstanceIsLiveAndReady() {
    assertThat(server.get("/health/live").is(200).body()).isEqualTo("{\"status\":\"up\"}");
    await().until(() -> server.get("/health/ready").status() == 200);
    assertThat(server.get("/health/ready").json().at("/parts"))
        .extracting(part -> part.asString())
        .hasSize(1 + TestQueues.ALL.size())
        .contains("store", "queue default", "queue ranked");
  }

  @Test
  void anInstanceWithoutItsStoreIsLiveButNotReady() {
    cut.off = true;

    Reply refused = server.get("/health/ready").isProblem(503, "not-ready");

    assertThat(refused.each("/errors", "/part")).contains("store");
    server.get("/health/live").is(200);
  }

  @Test
  void whatWasLostIsSaidByAnInstanceThatIsNotReadyToo() {
    server.enqueue("p-1");
    server.store.deleteAll(TestServer.queue("default"));
    await().until(() -> server.get("/health/ready").body().contains("the log changed under us"));
    cut.off = true;

    Reply refused = server.get("/health/ready").isProblem(503, "not-ready");

    assertThat(refused.each("/errors", "/part")).contains("store");
    assertThat(refused.at("/notes/0/part")).isEqualTo("queue default");
    assertThat(refused.at("/notes/0/detail")).contains("the log changed under us");
  }

  @Test
  void anInstanceThatCannotReadItsLogIsMeasured() {
    cut.off = true;
    try (TestServer waiting = start(TestSettings.usual())) {
      assertThat(waiting.get("/metrics").is(200).body())
          .contains("pairtrail_tickets_waiting{queue=\"default\"} 0.0");
    }
    cut.off = false;
  }

  @Test
  void aStoreThatIsAwayIsSaid() {
    server.enqueue("p-1");
    cut.off = true;

    Reply write = server.post(TICKETS, TestServer.solo("p-2"), "Idempotency-Key", "k");
    Reply read = server.get("/v1/queues/default/events", "Accept", "text/event-stream");

    assertThat(write.isProblem(503, "store-unavailable").header("Retry-After")).isEqualTo("1");
    assertThat(write.body()).doesNotContain("secret");
    assertThat(read.isProblem(503, "store-unavailable").header("Retry-After")).isEqualTo("1");

    cut.off = false;
    server.post(TICKETS, TestServer.solo("p-2"), "Idempotency-Key", "k").is(201);
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedForEver() {
    try (TestServer hasty = start(TestSettings.answerWithin(Duration.ofMillis(100)))) {
      await().until(() -> hasty.get("/health/ready").status() == 200);
      cut.appends.close();

      Reply unknown = hasty.post(TICKETS, TestServer.solo("p"), "Idempotency-Key", "k");

      cut.appends.open();
      unknown.isProblem(503, "store-unavailable");
      await()
          .until(() ->
              hasty.post(TICKETS, TestServer.solo("p"), "Idempotency-Key", "k").status() == 201);
    }
  }

  @Test
  void aFailureTellsNothingOfItself() {
    ids.fail = true;

    Reply failed = server.post(TICKETS, TestServer.solo("p-1")).isProblem(500, "internal-error");

    assertThat(failed.body()).doesNotContain("secret");
  }

  @Test
  void anErrorOfTheJvmIsAProblemToo() {
    ids.overflow = true;

    server.post(TICKETS, TestServer.solo("p-1")).isProblem(500, "internal-error");
  }

  @Test
  void linesThatEndTooEarlyAreNoEnd() {
    server.enqueue("p-1");
    cut.offPastStart = true;

    assertThatThrownBy(
            () -> server.get("/v1/queues/default/events", "Accept", "application/x-ndjson"))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static final class FailingIds implements Ids {
    private final Ids ids = new SequentialIds();
    private volatile boolean fail;
    private volatile boolean overflow;

    @Override
    public TicketId newTicket() {
      if (fail) {
        throw new IllegalStateException("secret");
      }
      if (overflow) {
        throw new StackOverflowError("secret");
      }
      return ids.newTicket();
    }

    @Override
    public RoomId newRoom() {
      return ids.newRoom();
    }

    @Override
    public BackfillId newBackfill() {
      return ids.newBackfill();
    }

    @Override
    public EventId newEvent() {
      return ids.newEvent();
    }
  }
}
