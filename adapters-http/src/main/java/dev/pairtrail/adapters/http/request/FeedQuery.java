package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.json.EventType;
import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.application.FeedCursor;
import dev.pairtrail.domain.event.LogEntry;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a feed are asked for.
 *
 * @param after where to begin
 * @param limit most entries of a page
 * @param types none stands for all
 */
public record FeedQuery(FeedCursor after, int limit, Set<EventType> types) {
  public FeedQuery {
    types = Set.copyOf(types);
  }

  /**
   * Reads the query.
   *
   * @throws RefusedException with all that is wrong with it
   */
  public static FeedQuery read(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    FeedCursor after = parameters.read("after", FeedCursor::parse).orElse(FeedCursor.START);
    int limit = PageQuery.limit(parameters);
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    parameters.readEach("type", name -> types.add(type(name)));
    parameters.refuseFaults();
    return new FeedQuery(after, limit, types);
  }

  private static EventType type(String name) {
    return EventType.named(name)
        .orElseThrow(() -> new IllegalArgumentException("is no event type: " + name));
  }

  /** The same, beginning after what a client says it has seen last, if it does. */
  public FeedQuery resumedBy(@Nullable String lastEventId) {
    return Optional.ofNullable(lastEventId)
        .filter(id -> !id.isEmpty())
        .map(id -> new FeedQuery(lastEventId(id), limit, types))
        .orElse(this);
  }

  private static FeedCursor lastEventId(String id) {
    try {
      return FeedCursor.parse(id);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Problem.invalid(Fault.header("Last-Event-ID", String.valueOf(e.getMessage()))));
    }
  }

  /** The same query, reading on elsewhere, as it stands in a URI. */
  public String from(FeedCursor cursor) {
    String types =
        this.types.stream().sorted().map(EventType::text).collect(Collectors.joining(","));
    return "after=" + cursor + "&limit=" + limit + (types.isEmpty() ? "" : "&type=" + types);
  }

  /** Whether an entry is among those that are asked for. */
  public boolean wants(LogEntry entry) {
    return types.isEmpty() || types.contains(EventType.of(entry));
  }
}
