package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A real server on a free port, on a real application on the memory store. */
final class TestServer implements AutoCloseable {
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  final MemoryEventStore store;
  final Pairtrail application;
  final HttpServer http;
  private int port;

  private TestServer(
      MemoryEventStore store,
      EventStore seen,
      Ids ids,
      HttpSettings settings,
      Credentials credentials) {
    this.store = store;
    application =
        new Pairtrail(
            TestQueues.ALL,
            new Environment(
                seen,
                ids,
                InstantSource.system(),
                settings(),
                "test",
                Map.of(),
                TestServer::rated,
                Optional.empty()));
    http = new HttpServer(application, settings, credentials);
  }

  /** Each winner gains 10, the others nothing. */
  private static List<List<Rating>> rated(
      RatingSpec spec, List<List<Rating>> teams, List<Integer> places) {
    List<List<Rating>> after = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      int gain = places.get(i) == 1 ? 10 : 0;
      after.add(
          teams.get(i).stream().map(r -> new Rating(r.mean() + gain, r.deviation())).toList());
    }
    return after;
  }

  private static Settings settings() {
    return new Settings(
        new Settings.Commits(1_000, 400, 200, 8, Duration.ofSeconds(5), Duration.ofMillis(1)),
        new Settings.Reads(1_000, Duration.ofMillis(20), Duration.ofMillis(1), 256),
        new Settings.Workers(
            Duration.ofSeconds(30), Duration.ofMillis(20), 5, Duration.ofMinutes(10)),
        Settings.defaults().snapshots(),
        Settings.defaults().trims(),
        Settings.defaults().seals(),
        new Settings.Feeds(
            true, Duration.ofDays(1), Duration.ofMillis(1), Duration.ofMillis(50), 1_000),
        Duration.ofSeconds(5),
        1_000);
  }

  static TestServer start() {
    return start(TestSettings.usual());
  }

  static TestServer start(HttpSettings settings) {
    MemoryEventStore store = new MemoryEventStore(InstantSource.system());
    return start(store, store, new SequentialIds(), settings);
  }

  /** A server that asks for credentials. */
  static TestServer start(Credentials credentials) {
    MemoryEventStore store = new MemoryEventStore(InstantSource.system());
    return started(
        new TestServer(store, store, new SequentialIds(), TestSettings.usual(), credentials));
  }

  /**
   * Starts a server.
   *
   * @param seen the store as the application sees it
   */
  static TestServer start(MemoryEventStore store, EventStore seen, Ids ids, HttpSettings settings) {
    return started(new TestServer(store, seen, ids, settings, Credentials.NONE));
  }

  private static TestServer started(TestServer server) {
    server.application.start();
    server.port = server.http.start().port();
    return server;
  }

  int port() {
    return port;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Reply send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = request(path).method(method, body);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Reply get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Reply put(String path) {
    return send("PUT", path, BodyPublishers.noBody());
  }

  /** Sends JSON; header fields that are given come on top of its Content-Type. */
  Reply json(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Reply post(String path, String body, String... headers) {
    return json("POST", path, body, headers);
  }

  /** Enqueues single players in the queue {@code default}; the last one's answer. */
  Reply enqueue(String... players) {
    Reply last = null;
    for (String player : players) {
      last = post("/v1/queues/default/tickets", solo(player)).is(201);
    }
    return Objects.requireNonNull(last);
  }

  static String solo(String player) {
    return "{\"players\":[{\"id\":\"" + player + "\"}]}";
  }

  /** Enqueues two players and waits for their match; the id of the room. */
  String match(String first, String second) {
    return match("default", first, second);
  }

  /** The same in another queue, where it may be a proposal. */
  String match(String queue, String first, String second) {
    String tickets = "/v1/queues/" + queue + "/tickets";
    String ticket = post(tickets, solo(first)).is(201).at("/id");
    post(tickets, solo(second)).is(201);
    return get(tickets + "/" + ticket, "Prefer", "wait=30").at("/room_id");
  }

  @Override
  public void close() {
    http.close();
    application.close();
  }

  static QueueName queue(String name) {
    return new QueueName(name);
  }
}
