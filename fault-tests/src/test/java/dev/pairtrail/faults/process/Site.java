package dev.pairtrail.faults.process;

import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.bootstrap.RunningProgram;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.faults.audit.Evidence.Lost;
import dev.pairtrail.faults.audit.LiveView;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A Redis and some instances, each with a proxy of its own to it. */
final class Site implements AutoCloseable {
  static final QueueName QUEUE = new QueueName("default");
  static final String WORKERS = "matchmaking-workers";
  private static final String KEY = RedisEventStore.defaultKey(QUEUE);

  /** What a worker or a player leaves behind is seen to sooner, so that the drain is short. */
  private static final String SETTINGS =
      """
      queues:
        default: {start: auto, join_timeout: 5s}
      workers: {claim_idle: 3s}
      """;

  final RedisServer redis;
  final List<TcpProxy> proxies = new ArrayList<>();
  final List<Lost> lost = new CopyOnWriteArrayList<>();
  private final Map<Integer, RunningProgram> instances = new ConcurrentHashMap<>();
  private final RedisClient client;
  private final RedisEventStore store;
  private final Path logs;
  private final Path settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger losses = new AtomicInteger();

  Site(int number, String... redisOptions) {
    redis = RedisServer.start(redisOptions);
    client = RedisClient.create(redis.uri());
    store = new RedisEventStore(redis.uri(), RedisEventStore::defaultKey);
    try {
      logs = Files.createTempFile("pairtrail-faults", ".log");
      settings = Files.createTempFile("pairtrail-faults", ".yaml");
      Files.writeString(settings, SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < number; i++) {
      proxies.add(new TcpProxy(redis.port()));
    }
    List<Thread> starting = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int instance = i;
      starting.add(Thread.ofVirtual().start(() -> start(instance)));
    }
    starting.forEach(Site::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void start(int number) {
    instances.put(
        number,
        RunningProgram.serve(
            ProcessBuilder.Redirect.appendTo(logs.toFile()),
            "--store",
            proxies.get(number).uri(),
            "--instance",
            "i-" + number,
            "--config",
            settings.toString()));
  }

  RunningProgram instance(int number) {
    return instances.get(number);
  }

  List<Long> pids() {
    return instances.values().stream().map(RunningProgram::pid).toList();
  }

  /** Takes an instance out of those that are asked. */
  RunningProgram take(int number) {
    return instances.remove(number);
  }

  List<URI> addresses() {
    return instances.values().stream().map(RunningProgram::base).toList();
  }

  int losses() {
    return losses.get();
  }

  /** A loss that the test brings about: what is in the log before and not after is lost. */
  void lose(Function<RedisCommands<String, String>, List<LogEntry>> fault) {
    List<LogEntry> before = redis(fault);
    Set<Position> kept = new HashSet<>();
    await()
        .ignoreExceptions()
        .until(this::log, _ -> true)
        .forEach(entry -> kept.add(entry.position()));
    int loss = losses.incrementAndGet();
    before.stream()
        .filter(entry -> !kept.contains(entry.position()))
        .forEach(entry -> lost.add(new Lost(loss, entry)));
  }

  /** What is in the log, and then all is gone, in one step. */
  static List<LogEntry> flushAll(RedisCommands<String, String> redis) {
    redis.multi();
    redis.xrange(KEY, Range.unbounded());
    redis.flushall();
    List<StreamMessage<String, String>> messages = redis.exec().get(0);
    return messages.stream().map(m -> EntryCodec.entry(m.getId(), m.getBody())).toList();
  }

  <T> T redis(Function<RedisCommands<String, String>, T> commands) {
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return commands.apply(connection.sync());
    }
  }

  String key() {
    return KEY;
  }

  List<LogEntry> log() {
    List<LogEntry> log = new ArrayList<>();
    List<LogEntry> page;
    Position last = Position.START;
    do {
      page = store.log(QUEUE).read(last, 1_000);
      log.addAll(page);
      last = page.isEmpty() ? last : page.getLast().position();
    } while (!page.isEmpty());
    return log;
  }

  Feeds feeds() {
    return store.feeds();
  }

  GroupStatus group() {
    return store.group(QUEUE, WORKERS).status();
  }

  List<LiveView> live() {
    return instances.entrySet().stream()
        .map(e -> view("i-" + e.getKey(), e.getValue().get("/v1/queues/default/state").body()))
        .toList();
  }

  /** Whether all instances tell the very same state (I5). */
  boolean isOneState() {
    return instances.values().stream()
            .map(instance -> instance.get("/v1/queues/default/state").body())
            .distinct()
            .count()
        == 1;
  }

  /** Whether each instance tells of a loss, to those who measure it and to those who ask it. */
  boolean allTellOfALoss() {
    return addresses().stream()
        .allMatch(base ->
            text(base.resolve("/health/ready")).contains("the log changed under us")
                && text(base.resolve("/metrics"))
                    .lines()
                    .filter(line -> line.startsWith("pairtrail_log_losses_total{"))
                    .noneMatch(line -> line.endsWith(" 0.0")));
  }

  private String text(URI uri) {
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static LiveView view(String name, JsonNode state) {
    List<TicketId> waiting = new ArrayList<>();
    state.get("waiting").forEach(ticket -> waiting.add(new TicketId(ticket.get("id").asString())));
    Set<RoomId> rooms = new HashSet<>();
    state.get("rooms").forEach(room -> rooms.add(new RoomId(room.get("id").asString())));
    Map<String, Long> counts = new HashMap<>();
    state.get("counters").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
    return new LiveView(
        name, Position.parse(state.get("position").asString()), waiting, rooms, counts);
  }

  /** What the instances logged. */
  String logged() {
    try {
      return Files.readString(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    instances.values().forEach(RunningProgram::close);
    proxies.forEach(TcpProxy::close);
    client.shutdown();
    http.close();
    store.close();
    redis.close();
    try {
      Files.delete(logs);
      Files.delete(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
