package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.BackfillJson;
import dev.pairtrail.adapters.http.json.RoomJson;
import dev.pairtrail.adapters.http.request.BackfillBody;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Headers;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.ResultBody;
import dev.pairtrail.application.BackfillView;
import dev.pairtrail.application.Rooms;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;

/** Running games: players who come into them, and how they end. */
final class GameHandlers {
  private final Rooms rooms;
  private final Bodies bodies;

  GameHandlers(Rooms rooms, HttpSettings settings) {
    this.rooms = rooms;
    bodies = new Bodies(Answers.JSON, settings.maxBodyBytes());
  }

  void requestBackfill(Context ctx) throws IOException {
    RoomId room = PathIds.room(ctx);
    List<Opening> openings = bodies.readIfAny(ctx).map(BackfillBody::read).orElse(List.of());
    Answers.when(
        ctx,
        rooms.requestBackfill(room, openings, Headers.origin(ctx)),
        backfill -> created(ctx, backfill));
  }

  private static void created(Context ctx, BackfillView view) {
    String room = view.backfill().room().value();
    ctx.status(HttpStatus.CREATED);
    ctx.header("Location", "/v1/rooms/" + room + "/backfills/" + view.backfill().id().value());
    Answers.json(ctx, out -> BackfillJson.write(out, view));
  }

  void findBackfill(Context ctx) {
    Answers.of(
        ctx, rooms.findBackfill(PathIds.room(ctx), PathIds.backfill(ctx)), BackfillJson::write);
  }

  void cancelBackfill(Context ctx) {
    Answers.when(
        ctx,
        rooms.cancelBackfill(PathIds.room(ctx), PathIds.backfill(ctx), Headers.origin(ctx)),
        _ -> Answers.nothing(ctx));
  }

  void recordResult(Context ctx) throws IOException {
    RoomId room = PathIds.room(ctx);
    List<Place> places = ResultBody.read(bodies.read(ctx));
    Answers.of(ctx, rooms.recordResult(room, places, Headers.origin(ctx)), RoomJson::write);
  }
}
