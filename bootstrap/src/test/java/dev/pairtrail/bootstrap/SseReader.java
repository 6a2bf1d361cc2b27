package dev.pairtrail.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that follows a feed. */
final class SseReader implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BufferedReader in;

  /**
   * Connects.
   *
   * @param last the id of the last event that was seen, or empty
   */
  SseReader(RunningProgram instance, String path, String last) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(instance.base().resolve(path))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", last)
            .build();
    try {
      in =
          new BufferedReader(
              new InputStreamReader(
                  client.send(request, BodyHandlers.ofInputStream()).body(),
                  StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes so many events, and gives the id of the last one. */
  String take(int events, Consumer<JsonNode> to) throws IOException {
    String id = "";
    for (int taken = 0; taken < events; ) {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the stream ended after " + taken + " events");
      }
      if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      } else if (line.startsWith("data: ")) {
        to.accept(JSON.readTree(line.substring("data: ".length())));
        taken++;
      }
    }
    return id;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
