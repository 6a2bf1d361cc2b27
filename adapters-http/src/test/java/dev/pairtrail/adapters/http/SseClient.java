package dev.pairtrail.adapters.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, which reads one block of lines after the other. */
final class SseClient implements AutoCloseable {
  final HttpResponse<InputStream> response;
  private final BufferedReader in;

  SseClient(HttpRequest.Builder request) {
    try {
      response =
          TestServer.CLIENT.send(
              request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /** The next block; null at the end of the stream. */
  @Nullable List<String> next() {
    List<String> block = new ArrayList<>();
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          return block;
        }
        block.add(line);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next block that is an event. */
  List<String> nextEvent() {
    List<String> block = next();
    while (block != null && !block.getFirst().startsWith("id: ")) {
      block = next();
    }
    return Objects.requireNonNull(block);
  }

  /** The ids of so many events that come next. */
  List<String> nextIds(int number) {
    List<String> ids = new ArrayList<>();
    while (ids.size() < number) {
      ids.add(nextEvent().getFirst().substring("id: ".length()));
    }
    return ids;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
