package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.Gate;
import dev.pairtrail.adapters.http.credentials.Caller;
import dev.pairtrail.adapters.http.json.EntryJson;
import dev.pairtrail.adapters.http.json.PageJson;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.Accepted;
import dev.pairtrail.adapters.http.request.FeedQuery;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.application.EventStream;
import dev.pairtrail.application.Events;
import dev.pairtrail.application.FeedCursor;
import dev.pairtrail.application.FeedSource;
import dev.pairtrail.application.Rooms;
import dev.pairtrail.domain.RoomId;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** The feeds of queues, players and rooms, in the shape that the client accepts. */
final class FeedHandlers {
  private static final List<String> SHAPES =
      List.of(Answers.JSON, NdjsonFeed.MEDIA_TYPE, SseFeed.MEDIA_TYPE);

  private final Events events;
  private final Rooms rooms;
  private final Duration heartbeat;

  FeedHandlers(Events events, Rooms rooms, HttpSettings settings) {
    this.events = events;
    this.rooms = rooms;
    heartbeat = settings.heartbeat();
  }

  void ofQueue(Context ctx) throws Exception {
    answer(ctx, new FeedSource.OfQueue(PathIds.queue(ctx)), new EntryJson(false));
  }

  void ofPlayer(Context ctx) throws Exception {
    answer(ctx, new FeedSource.OfPlayer(PathIds.player(ctx)), new EntryJson(true));
  }

  void ofRoom(Context ctx) throws Exception {
    RoomId room = PathIds.room(ctx);
    switch (Gate.caller(ctx)) {
      case Caller.Anybody _, Caller.Holder _ -> answerRoom(ctx, room);
      case Caller.Player player ->
          Answers.when(
              ctx,
              rooms.find(room),
              view -> {
                player.requireOneOf(view.room().players().keySet());
                answerRoom(ctx, room);
              });
    }
  }

  private void answerRoom(Context ctx, RoomId room) throws Exception {
    answer(ctx, new FeedSource.OfRoom(room), new EntryJson(true));
  }

  private void answer(Context ctx, FeedSource source, EntryJson entries) throws Exception {
    FeedQuery query = FeedQuery.read(ctx);
    String shape = shape(ctx);
    ctx.header("Vary", "Accept");
    switch (shape) {
      case NdjsonFeed.MEDIA_TYPE -> stream(ctx, source, query, new NdjsonFeed(query, entries));
      case SseFeed.MEDIA_TYPE ->
          stream(
              ctx,
              source,
              query.resumedBy(ctx.header("Last-Event-ID")),
              new SseFeed(query, entries, heartbeat));
      default -> page(ctx, source, query, entries);
    }
  }

  private static String shape(Context ctx) {
    return Accepted.of(Collections.list(ctx.req().getHeaders("Accept")))
        .best(SHAPES)
        .orElseThrow(() ->
            new RefusedException(
                Problem.of(
                    ProblemType.NOT_ACCEPTABLE,
                    "Events come as " + String.join(", ", SHAPES) + ".")));
  }

  private void page(Context ctx, FeedSource source, FeedQuery query, EntryJson entries) {
    Answers.when(
        ctx,
        events.page(source, query.after(), query.limit(), query::wants),
        page -> {
          page.next().ifPresent(next -> ctx.header("Link", link(ctx, query, next)));
          Answers.json(ctx, out -> PageJson.write(out, page, entries));
        });
  }

  private static String link(Context ctx, FeedQuery query, FeedCursor next) {
    return "<" + ctx.path() + "?" + query.from(next) + ">; rel=\"next\"";
  }

  private void stream(Context ctx, FeedSource source, FeedQuery query, StreamedFeed feed)
      throws Exception {
    Answers.when(
        ctx,
        events.open(source, query.after()),
        opened -> {
          try (EventStream stream = opened) {
            feed.send(stream, ctx);
          }
        });
  }
}
