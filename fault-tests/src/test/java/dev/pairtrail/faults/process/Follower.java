package dev.pairtrail.faults.process;

import dev.pairtrail.domain.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Follows the events of a queue as a browser does: where the stream breaks it asks again, whomever
 * there is, for what comes after the last event it got.
 */
final class Follower implements AutoCloseable {
  private static final String ID = "id: ";
  private static final Duration BACKOFF = Duration.ofMillis(200);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Supplier<List<URI>> instances;
  private final Queue<Position> got = new ConcurrentLinkedQueue<>();
  private final Thread thread = Thread.ofVirtual().name("follower").unstarted(this::follow);
  private volatile boolean leaving;
  private Position last = Position.START;
  private int tries;

  private Follower(Supplier<List<URI>> instances) {
    this.instances = instances;
  }

  static Follower of(Supplier<List<URI>> instances) {
    Follower follower = new Follower(instances);
    follower.thread.start();
    return follower;
  }

  List<Position> got() {
    return List.copyOf(got);
  }

  private void follow() {
    while (!leaving) {
      try {
        List<URI> open = instances.get();
        tries++;
        read(open.get(tries % open.size()));
      } catch (IOException | UncheckedIOException | ArithmeticException e) {
        LockSupport.parkNanos(BACKOFF.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void read(URI base) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/v1/queues/default/events"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", last.toString())
            .build();
    HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      lines.filter(line -> line.startsWith(ID)).forEach(this::take);
    }
    LockSupport.parkNanos(BACKOFF.toNanos());
  }

  private void take(String line) {
    last = Position.parse(line.substring(ID.length()));
    got.add(last);
  }

  @Override
  public void close() {
    leaving = true;
    thread.interrupt();
    http.shutdownNow();
  }
}
