package dev.pairtrail.adapters.http;

import dev.pairtrail.application.Pairtrail;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Which path leads to which handler. */
final class Routes {
  private static final String QUEUE = "/v1/queues/{queue}";
  private static final String TICKET = QUEUE + "/tickets/{ticket}";
  private static final String ROOM = "/v1/rooms/{room}";
  private static final String BACKFILL = ROOM + "/backfills/{backfill}";
  private static final String PLAYER_IN_ROOM = ROOM + "/players/{player}";

  private final RoutesConfig routes;

  Routes(RoutesConfig routes) {
    this.routes = routes;
  }

  void add(Pairtrail application, HttpSettings settings, Patience patience, Metrics metrics) {
    tickets(new TicketHandlers(application.tickets(), settings, patience));
    get(TICKET + "/trace", new TraceHandler(application.traces())::find);
    routes.post(
        QUEUE + "/tickets:batch", new BatchHandler(application, settings, patience)::enqueue);
    queues(new QueueHandlers(application.queues()));
    deadLetters(new DeadLetterHandlers(application.deadLetters()));
    rooms(new RoomHandlers(application.rooms(), settings));
    games(new GameHandlers(application.rooms(), settings));
    feeds(new FeedHandlers(application.events(), settings));
    health(new HealthHandlers(application.health()));
    get("/metrics", metrics::scrape);
  }

  private void tickets(TicketHandlers tickets) {
    routes.post(QUEUE + "/tickets", tickets::enqueue);
    get(TICKET, tickets::find);
    routes.delete(TICKET, tickets::cancel);
  }

  private void queues(QueueHandlers queues) {
    get("/v1/queues", queues::all);
    get(QUEUE, queues::find);
    get(QUEUE + "/state", queues::state);
    get(QUEUE + "/history", queues::history);
    get(QUEUE + "/groups", queues::groups);
  }

  private void deadLetters(DeadLetterHandlers letters) {
    get(QUEUE + "/dead-letters", letters::list);
    routes.post(QUEUE + "/dead-letters/{position}:retry", letters::retry);
    routes.delete(QUEUE + "/dead-letters/{position}", letters::discard);
  }

  private void rooms(RoomHandlers rooms) {
    get(ROOM, rooms::find);
    routes.put(PLAYER_IN_ROOM, rooms::join);
    routes.delete(PLAYER_IN_ROOM, rooms::leave);
    routes.put(PLAYER_IN_ROOM + "/acceptance", rooms::answerProposal);
    routes.put(ROOM + "/connection", rooms::assignConnection);
    routes.post(ROOM + ":start", rooms::start);
    routes.post(ROOM + ":cancel", rooms::cancel);
  }

  private void games(GameHandlers games) {
    routes.post(ROOM + "/backfills", games::requestBackfill);
    get(BACKFILL, games::findBackfill);
    routes.delete(BACKFILL, games::cancelBackfill);
    routes.post(ROOM + "/result", games::recordResult);
  }

  private void feeds(FeedHandlers feeds) {
    get(QUEUE + "/events", feeds::ofQueue);
    get("/v1/players/{player}/events", feeds::ofPlayer);
    get(ROOM + "/events", feeds::ofRoom);
  }

  private void health(HealthHandlers health) {
    get("/health/live", health::live);
    get("/health/ready", health::ready);
  }

  /** Javalin by itself answers 200 to each HEAD of such a path, be there anything or not. */
  private void get(String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
