package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.Gate;
import dev.pairtrail.adapters.http.json.RoomJson;
import dev.pairtrail.adapters.http.request.AcceptanceBody;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Headers;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.TextBody;
import dev.pairtrail.application.Rooms;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Command;
import io.javalin.http.Context;
import java.io.IOException;

/** Rooms. */
final class RoomHandlers {
  private final Rooms rooms;
  private final Bodies bodies;

  RoomHandlers(Rooms rooms, HttpSettings settings) {
    this.rooms = rooms;
    bodies = new Bodies(Answers.JSON, settings.maxBodyBytes());
  }

  void find(Context ctx) {
    Answers.when(
        ctx,
        rooms.find(PathIds.room(ctx)),
        view -> {
          Gate.caller(ctx).requireOneOf(view.room().players().keySet());
          Answers.json(ctx, out -> RoomJson.write(out, view));
        });
  }

  void join(Context ctx) {
    execute(ctx, new Command.JoinRoom(PathIds.room(ctx), PathIds.player(ctx)));
  }

  void leave(Context ctx) {
    execute(ctx, new Command.LeaveRoom(PathIds.room(ctx), PathIds.player(ctx)));
  }

  void answerProposal(Context ctx) throws IOException {
    RoomId room = PathIds.room(ctx);
    PlayerId player = PathIds.player(ctx);
    boolean accepted = AcceptanceBody.read(bodies.read(ctx));
    execute(ctx, new Command.AnswerProposal(room, player, accepted));
  }

  void assignConnection(Context ctx) throws IOException {
    RoomId room = PathIds.room(ctx);
    String connection = TextBody.read(bodies.read(ctx), "connection");
    execute(ctx, new Command.AssignConnection(room, connection));
  }

  void start(Context ctx) {
    execute(ctx, new Command.StartGame(PathIds.room(ctx)));
  }

  void cancel(Context ctx) throws IOException {
    RoomId room = PathIds.room(ctx);
    String reason = TextBody.read(bodies.read(ctx), "reason");
    execute(ctx, new Command.CancelMatch(room, reason));
  }

  private void execute(Context ctx, Command.ToRoom command) {
    Answers.of(ctx, rooms.execute(command, Headers.origin(ctx)), RoomJson::write);
  }
}
