package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * The ids that a path names, as {@code {queue}}, {@code {ticket}}, {@code {room}}, {@code
 * {backfill}} and {@code {player}}. What is no id names nothing, so it is not found.
 */
public final class PathIds {
  private PathIds() {}

  public static QueueName queue(Context ctx) {
    return id(ctx, "queue", QueueName::new);
  }

  public static TicketId ticket(Context ctx) {
    return id(ctx, "ticket", TicketId::new);
  }

  public static RoomId room(Context ctx) {
    return id(ctx, "room", RoomId::new);
  }

  public static BackfillId backfill(Context ctx) {
    return id(ctx, "backfill", BackfillId::new);
  }

  public static PlayerId player(Context ctx) {
    return id(ctx, "player", PlayerId::new);
  }

  /** What is no position names no entry. */
  public static Position position(Context ctx) {
    return id(ctx, "position", PathIds::ofEntry);
  }

  private static Position ofEntry(String text) {
    Position position = Position.parse(text);
    if (position.equals(Position.START)) {
      throw new IllegalArgumentException("no entry stands there");
    }
    return position;
  }

  private static <T> T id(Context ctx, String what, Function<String, T> id) {
    String text = ctx.pathParam(what);
    try {
      return id.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Problems.notFound(what, text));
    }
  }
}
