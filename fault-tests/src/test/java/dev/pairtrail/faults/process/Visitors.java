package dev.pairtrail.faults.process;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.faults.audit.Request;
import dev.pairtrail.faults.audit.Told;
import dev.pairtrail.faults.audit.Told.Moment;
import dev.pairtrail.faults.audit.Told.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP clients that keep asking, ask again what they were not told, and note all they were told.
 */
final class Visitors {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TICKETS = "/v1/queues/default/tickets";
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration PACE = Duration.ofMillis(4);
  private static final Duration BACKOFF = Duration.ofMillis(100);
  private static final int TRIES = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Supplier<List<URI>> instances;
  private final IntSupplier losses;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean leaving;

  /**
   * @param instances who can be asked now
   * @param losses how often the log has lost something by now
   */
  Visitors(Supplier<List<URI>> instances, IntSupplier losses) {
    this.instances = instances;
    this.losses = losses;
  }

  Visitors come(int number) {
    for (int i = 0; i < number; i++) {
      int visitor = i;
      threads.add(Thread.ofVirtual().name("visitor-" + i).start(() -> visit(visitor)));
    }
    return this;
  }

  int acknowledged() {
    return acknowledged.get();
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** Lets each finish what it wants now. */
  void leave() throws InterruptedException {
    leaving = true;
    for (Thread thread : threads) {
      thread.join();
    }
    http.close();
  }

  private void visit(int visitor) {
    Random random = new Random(visitor);
    for (int i = 0; !leaving; i++) {
      PlayerId player = new PlayerId("p-" + visitor + "-" + i);
      Optional<TicketId> ticket = enqueue(player, random);
      if (ticket.isPresent() && random.nextInt(5) == 0) {
        insist(new Request.Cancel(ticket.get()), random);
      } else if (ticket.isPresent() && random.nextInt(3) == 0) {
        join(ticket.get(), player, random);
      }
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private Optional<TicketId> enqueue(PlayerId player, Random random) {
    RequestKey key = new RequestKey("key of " + player.value());
    return insist(new Request.Enqueue(List.of(player), Optional.of(key), 0), random)
        .map(body -> new TicketId(body.get("id").asString()));
  }

  private void join(TicketId ticket, PlayerId player, Random random) {
    send(random, "GET", TICKETS + "/" + ticket.value(), "", Optional.empty())
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> JSON.readTree(answer.body()).get("room_id"))
        .ifPresent(room -> insist(new Request.Join(new RoomId(room.asString()), player), random));
  }

  /** Asks until it is told; what it was told each time is noted. */
  private Optional<JsonNode> insist(Request request, Random random) {
    for (int i = 0; i < TRIES; i++) {
      int before = losses.getAsInt();
      Optional<HttpResponse<String>> answer = send(random, request);
      Verdict verdict = verdict(answer);
      Optional<JsonNode> body =
          answer.filter(a -> !a.body().isEmpty()).map(a -> JSON.readTree(a.body()));
      Optional<TicketId> ticket =
          verdict == Verdict.OK && request instanceof Request.Enqueue
              ? body.map(json -> new TicketId(json.get("id").asString()))
              : Optional.empty();
      told.add(new Told(request, verdict, ticket, new Moment(Moment.UNSEEN.last(), before)));
      if (verdict == Verdict.OK) {
        acknowledged.incrementAndGet();
      }
      if (verdict != Verdict.UNKNOWN) {
        return verdict == Verdict.OK ? body : Optional.empty();
      }
      LockSupport.parkNanos(BACKOFF.toNanos());
    }
    return Optional.empty();
  }

  private static Verdict verdict(Optional<HttpResponse<String>> answer) {
    if (answer.isEmpty() || answer.get().statusCode() >= 500) {
      return Verdict.UNKNOWN;
    }
    return answer.get().statusCode() < 300 ? Verdict.OK : Verdict.FAILED;
  }

  private Optional<HttpResponse<String>> send(Random random, Request request) {
    return switch (request) {
      case Request.Enqueue(var players, var key, _) ->
          send(
              random,
              "POST",
              TICKETS,
              "{\"players\":[{\"id\":\"" + players.getFirst().value() + "\"}]}",
              key.map(RequestKey::value));
      case Request.Cancel(var ticket) ->
          send(random, "DELETE", TICKETS + "/" + ticket.value(), "", Optional.empty());
      case Request.Join(var room, var player) ->
          send(
              random,
              "PUT",
              "/v1/rooms/" + room.value() + "/players/" + player.value(),
              "",
              Optional.empty());
      case Request.Leave _,
          Request.Assign _,
          Request.Start _,
          Request.CancelRoom _,
          Request.Answer _,
          Request.Backfill _,
          Request.EndBackfill _,
          Request.Result _ ->
          throw new IllegalArgumentException("visitors do not ask for " + request);
    };
  }

  /** Empty if there is no answer. */
  private Optional<HttpResponse<String>> send(
      Random random, String method, String path, String body, Optional<String> key) {
    List<URI> open = instances.get();
    URI base = open.get(random.nextInt(open.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    key.ifPresent(value -> request.header("Idempotency-Key", value));
    try {
      return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
