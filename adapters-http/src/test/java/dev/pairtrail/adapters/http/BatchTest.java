package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BatchTest {
  private static final String BATCH = "/v1/queues/default/tickets:batch";

  private final TestServer server = TestServer.start(TestSettings.lines(200, 100_000, 1_000, 16));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyLineIsAnsweredInItsOrder() {
    Reply reply = batch(players(500));

    assertThat(reply.is(200).header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(reply.lines())
        .extracting(line -> line.at("/players/0/id").asString())
        .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "p-" + i).toList());
    assertThat(reply.lines()).allMatch(line -> line.at("/status").isString());
  }

  @Test
  void aBadLineSpoilsOnlyItself() {
    Reply reply =
        batch(
            TestServer.solo("a")
                + "\n{\"players\":[{\"id\":\"a b\"}]}\n\n"
                + TestServer.solo("a")
                + "\r\nnonsense\n"
                + TestServer.solo("x".repeat(200))
                + "\n"
                + TestServer.solo("b"));

    assertThat(reply.is(200).lines())
        .extracting(line -> line.at("/status").asString())
        .containsExactly("waiting", "400", "400", "409", "400", "413", "waiting");
    assertThat(reply.lines().get(1).at("/errors/0/pointer").asString()).isEqualTo("/players/0/id");
    assertThat(reply.lines().get(2).at("/type").asString()).endsWith("/invalid-request");
    assertThat(reply.lines().get(3).at("/ticket_id")).isEqualTo(reply.lines().get(0).at("/id"));
  }

  @Test
  void aRepeatedBatchAnswersTheSameTickets() {
    Reply first = batch(players(20), "Idempotency-Key", "b-1");
    Reply again = batch(players(20), "Idempotency-Key", "b-1");

    assertThat(again.lines())
        .extracting(line -> line.at("/id"))
        .isEqualTo(first.lines().stream().map(line -> line.at("/id")).toList());
  }

  /** Each line's own key ends with its number, as in {@code b-1 line 20}. */
  @Test
  void aKeyThatIsTooLongForTheLastLineIsRefusedBeforeTheFirst() {
    batch(players(10), "Idempotency-Key", "k".repeat(248)).isProblem(400, "invalid-request");
    assertThat(server.get("/v1/queues/default/state").json().at("/waiting")).isEmpty();
    assertThat(batch(players(10), "Idempotency-Key", "k".repeat(247)).is(200).lines())
        .allMatch(line -> !line.at("/id").isMissingNode());
  }

  @Test
  void aBatchHasLimits() {
    batch("x".repeat(100_001)).isProblem(413, "payload-too-large");
    batch("\n".repeat(1_001)).isProblem(413, "payload-too-large");
    assertThat(batch("\n".repeat(1_000)).is(200).lines()).hasSize(1_000);
    assertThat(batch("").is(200).body()).isEmpty();
  }

  @Test
  void aBatchIsRefusedAsAWholeWhereNoLineCouldBeTaken() {
    server
        .send(
            "POST",
            "/v1/queues/nowhere/tickets:batch",
            BodyPublishers.ofString(players(2)),
            "Content-Type",
            "application/x-ndjson")
        .isProblem(404, "not-found");
    server.post(BATCH, players(2)).isProblem(415, "unsupported-media-type");
  }

  private Reply batch(String body, String... headers) {
    var request =
        server
            .request(BATCH)
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-ndjson");
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String players(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> TestServer.solo("p-" + i))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
