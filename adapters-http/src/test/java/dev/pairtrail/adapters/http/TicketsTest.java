package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.RecordedEvent;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TicketsTest {
  private static final String TICKETS = "/v1/queues/default/tickets";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTicketIsCreatedAndShown() {
    Reply created =
        server.post(
            "/v1/queues/ranked/tickets",
            """
            {"players":[{"id":"p-1","attributes":{"rating":1500,"mode":"ctf",\
            "maps":["a","b"],"kd":1.25},\
            "latency_ms":{"eu":30}}]}\
            """);

    created.is(201);
    assertThat(created.header("Content-Type")).isEqualTo("application/json");
    assertThat(created.header("Location"))
        .isEqualTo("/v1/queues/ranked/tickets/" + created.at("/id"));
    assertThat(created.body())
        .contains(
            "\"players\":[{\"id\":\"p-1\",\"attributes\":{\"rating\":1500,\"mode\":\"ctf\","
                + "\"maps\":[\"a\",\"b\"],\"kd\":1.25},\"latency_ms\":{\"eu\":30}}]");
    assertThat(created.json().propertyNames())
        .containsExactly("id", "queue", "status", "players", "enqueued_at", "position");
    assertThat(created.at("/queue")).isEqualTo("ranked");
    assertThat(created.at("/status")).isEqualTo("waiting");
    assertThat(created.at("/enqueued_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
    assertThat(server.get(created.header("Location")).is(200).json()).isEqualTo(created.json());
  }

  @Test
  void aMatchedTicketTellsItsRoomAndHowLongItWaited() {
    String ticket = server.enqueue("p-1").at("/id");
    server.enqueue("p-2");

    Reply held = server.get(TICKETS + "/" + ticket, "Prefer", "wait=30");

    held.is(200);
    assertThat(held.header("Preference-Applied")).isEqualTo("wait=30");
    assertThat(held.at("/status")).isEqualTo("matched");
    assertThat(held.at("/room_id")).isNotBlank();
    assertThat(held.json().at("/waited_ms").isIntegralNumber()).isTrue();
    assertThat(server.get("/v1/rooms/" + held.at("/room_id")).is(200).at("/status"))
        .isEqualTo("open");
  }

  @Test
  void aPreferredWaitIsCappedAndOneThatIsNoneIsPassedOver() {
    String ticket = TICKETS + "/" + server.enqueue("p-1").at("/id");
    server.delete(ticket).is(204);

    assertThat(
            server.get(ticket, "Prefer", "respond-async, wait=3600").header("Preference-Applied"))
        .isEqualTo("wait=60");
    assertThat(server.get(ticket, "Prefer", "wait=0").header("Preference-Applied"))
        .isEqualTo("wait=0");
    assertThat(server.get(ticket, "Prefer", "wait=soon").is(200).header("Preference-Applied"))
        .isEmpty();
  }

  @Test
  void aCancelledTicketStaysCancelled() {
    String ticket = TICKETS + "/" + server.enqueue("p-1").at("/id");

    Reply cancelled = server.delete(ticket).is(204);

    assertThat(cancelled.body()).isEmpty();
    assertThat(cancelled.header("Content-Type")).isEmpty();
    server.delete(ticket).is(204);
    assertThat(server.get(ticket).at("/status")).isEqualTo("cancelled");
    assertThat(server.get(ticket).json().has("waited_ms")).isTrue();
  }

  @Test
  void aMatchedTicketIsNotCancelled() {
    String ticket = server.enqueue("p-1").at("/id");
    server.enqueue("p-2");
    String room = server.get(TICKETS + "/" + ticket, "Prefer", "wait=30").at("/room_id");

    Reply refused = server.delete(TICKETS + "/" + ticket).isProblem(409, "ticket-already-matched");

    assertThat(refused.at("/ticket_id")).isEqualTo(ticket);
    assertThat(refused.at("/room_id")).isEqualTo(room);
  }

  @Test
  void aPlayerWaitsOnceAtATime() {
    String ticket = server.enqueue("p-1").at("/id");

    Reply refused =
        server.post(TICKETS, TestServer.solo("p-1")).isProblem(409, "player-already-queued");

    assertThat(refused.at("/ticket_id")).isEqualTo(ticket);
  }

  @Test
  void theSameKeyAndBodyAnswersTheSameTicket() {
    Reply first = server.post(TICKETS, TestServer.solo("p-1"), "Idempotency-Key", "k 1%").is(201);
    Reply again = server.post(TICKETS, TestServer.solo("p-1"), "Idempotency-Key", "k 1%").is(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    server
        .post(TICKETS, TestServer.solo("p-2"), "Idempotency-Key", "k 1%")
        .isProblem(422, "idempotency-key-reused");
  }

  @Test
  void aKeyIsPrintableAndNotTooLong() {
    Reply refused =
        server
            .post(TICKETS, TestServer.solo("p-1"), "Idempotency-Key", "k".repeat(256))
            .isProblem(400, "invalid-request");

    assertThat(refused.at("/errors/0/header")).isEqualTo("Idempotency-Key");
    server.post(TICKETS, TestServer.solo("p-1"), "Idempotency-Key", "k".repeat(255)).is(201);
  }

  @Test
  void whatIsUnknownIsNotFound() {
    String body = TestServer.solo("p-1");
    server.post("/v1/queues/nowhere/tickets", body).isProblem(404, "not-found");
    server.post("/v1/queues/no%20name/tickets", body).isProblem(404, "not-found");
    server.get(TICKETS + "/unknown").isProblem(404, "not-found");
    server.get(TICKETS + "/unknown", "Prefer", "wait=60").isProblem(404, "not-found");
    server.get(TICKETS + "/no%2Fid").isProblem(404, "not-found");
    server.get("/v1/queues/nowhere/tickets/unknown").isProblem(404, "not-found");
    server.delete(TICKETS + "/unknown").isProblem(404, "not-found");
  }

  @Test
  void aTraceContextIsKeptWithTheEvent() {
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    server.post(TICKETS, TestServer.solo("p-1"), "traceparent", traceparent).is(201);

    assertThat(server.store.log(TestServer.queue("default")).read(Position.START, 10))
        .filteredOn(RecordedEvent.class::isInstance)
        .extracting(entry -> ((RecordedEvent) entry).metadata().orElseThrow().origin())
        .contains(new Origin(Optional.empty(), Optional.of(traceparent)));
  }
}
