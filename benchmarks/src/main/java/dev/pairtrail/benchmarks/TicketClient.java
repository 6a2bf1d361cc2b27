package dev.pairtrail.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A player's client. Thread-safe. */
final class TicketClient implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final Duration HELD_FOR = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI tickets;

  TicketClient(URI server, String queue) {
    tickets = server.resolve("/v1/queues/" + queue + "/tickets");
  }

  /** Asks for a ticket and gives its id. */
  String enqueue(String player) throws IOException, InterruptedException {
    String body =
        """
        {"players":[{"id":"%s","attributes":{"rating":1500,"mode":"ctf"},"latency_ms":{"eu":30}}]}\
        """
            .formatted(player);
    HttpRequest request =
        HttpRequest.newBuilder(tickets)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return answer(request, CREATED).required("id").asString();
  }

  /** Asks for a ticket for each of some players at once, and gives how many have one. */
  int enqueueAll(List<String> players) throws IOException, InterruptedException {
    String lines =
        players.stream().map("{\"players\":[{\"id\":\"%s\"}]}\n"::formatted).collect(joining());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tickets + ":batch"))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build();
    HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
    requireStatus(response, OK);
    try (Stream<String> answers = response.body()) {
      return (int) answers.filter(line -> line.contains("\"status\":\"")).count();
    }
  }

  /** Waits until the ticket is matched and gives the room; empty if that takes too long. */
  Optional<String> awaitRoom(String ticket) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tickets + "/" + ticket))
            .timeout(HELD_FOR.plus(ANSWER_WITHIN))
            .header("Prefer", "wait=" + HELD_FOR.toSeconds())
            .build();
    JsonNode answer = answer(request, OK);
    return answer.required("status").asString().equals("matched")
        ? Optional.of(answer.required("room_id").asString())
        : Optional.empty();
  }

  private JsonNode answer(HttpRequest request, int status)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    requireStatus(response, status);
    return TicketServer.JSON.readTree(response.body());
  }

  private static void requireStatus(HttpResponse<?> response, int status) throws IOException {
    if (response.statusCode() != status) {
      throw new IOException(response.request().method() + " answered " + response.statusCode());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
