package dev.pairtrail.benchmarks;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Stores each ticket by an XADD of its own before it answers: a plain service without a batch, a
 * condition or a matcher. All requests share one connection.
 */
public final class XaddServer {
  private static final String KEY = "benchmark:{xadd}:events";

  private final RedisCommands<String, String> redis;
  private final AtomicLong revision = new AtomicLong();

  private XaddServer(RedisCommands<String, String> redis) {
    this.redis = redis;
  }

  /** The event as Pairtrail stores it. */
  record PlayerEnqueued(
      String type,
      UUID ticketId,
      String playerId,
      @Nullable Map<String, Object> attributes,
      @Nullable Map<String, Integer> latencyMs,
      Instant timestamp) {}

  /** What Pairtrail stores beside an event. */
  record Meta(UUID eventId, int schemaVersion) {}

  /** Serves until the process ends; takes the URI of a Redis server. */
  public static void main(String[] args) {
    RedisClient client = RedisClient.create(args[0]);
    TicketServer.run(new XaddServer(client.connect().sync())::ticket);
  }

  private Ticket ticket(String queue, TicketRequest request) {
    UUID id = UUID.randomUUID();
    Instant now = Instant.now();
    return Ticket.waiting(id, queue, request, now, append(id, request.players().getFirst(), now));
  }

  private String append(UUID ticket, TicketRequest.Player player, Instant now) {
    PlayerEnqueued event =
        new PlayerEnqueued(
            "PlayerEnqueued", ticket, player.id(), player.attributes(), player.latencyMs(), now);
    return redis.xadd(
        KEY,
        "event",
        TicketServer.JSON.writeValueAsString(event),
        "tags",
        "player:" + player.id() + " ticket:" + ticket,
        "meta",
        TicketServer.JSON.writeValueAsString(new Meta(UUID.randomUUID(), 1)),
        "rev",
        Long.toString(revision.incrementAndGet()));
  }
}
