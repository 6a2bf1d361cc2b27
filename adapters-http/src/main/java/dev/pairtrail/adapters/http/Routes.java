package dev.pairtrail.adapters.http;

import static dev.pairtrail.adapters.http.access.Access.NAMED_PLAYER;
import static dev.pairtrail.adapters.http.access.Access.OPEN;
import static dev.pairtrail.adapters.http.access.Access.OPERATORS;
import static dev.pairtrail.adapters.http.access.Access.OWNERS;
import static dev.pairtrail.adapters.http.access.Access.SERVERS;

import dev.pairtrail.adapters.http.access.GuardedRoutes;
import dev.pairtrail.application.Pairtrail;

/** Which path leads to which handler, and for whom. */
final class Routes {
  private static final String QUEUE = "/v1/queues/{queue}";
  private static final String TICKET = QUEUE + "/tickets/{ticket}";
  private static final String ROOM = "/v1/rooms/{room}";
  private static final String BACKFILL = ROOM + "/backfills/{backfill}";
  private static final String PLAYER_IN_ROOM = ROOM + "/players/{player}";

  private final GuardedRoutes routes;

  Routes(GuardedRoutes routes) {
    this.routes = routes;
  }

  void add(Pairtrail application, HttpSettings settings, Patience patience, Metrics metrics) {
    tickets(new TicketHandlers(application.tickets(), settings, patience));
    routes.get(TICKET + "/trace", OWNERS, new TraceHandler(application.traces())::find);
    routes.post(
        QUEUE + "/tickets:batch",
        SERVERS,
        new BatchHandler(application, settings, patience)::enqueue);
    queues(new QueueHandlers(application.queues()));
    deadLetters(new DeadLetterHandlers(application.deadLetters()));
    rooms(new RoomHandlers(application.rooms(), settings));
    games(new GameHandlers(application.rooms(), settings));
    feeds(new FeedHandlers(application.events(), application.rooms(), settings));
    health(new HealthHandlers(application.health()));
    routes.get("/metrics", OPERATORS, metrics::scrape);
  }

  private void tickets(TicketHandlers tickets) {
    routes.post(QUEUE + "/tickets", OWNERS, tickets::enqueue);
    routes.get(TICKET, OWNERS, tickets::find);
    routes.delete(TICKET, OWNERS, tickets::cancel);
  }

  private void queues(QueueHandlers queues) {
    routes.get("/v1/queues", SERVERS, queues::all);
    routes.get(QUEUE, SERVERS, queues::find);
    routes.get(QUEUE + "/state", OPERATORS, queues::state);
    routes.get(QUEUE + "/history", OPERATORS, queues::history);
    routes.get(QUEUE + "/groups", OPERATORS, queues::groups);
  }

  private void deadLetters(DeadLetterHandlers letters) {
    routes.get(QUEUE + "/dead-letters", OPERATORS, letters::list);
    routes.post(QUEUE + "/dead-letters/{position}:retry", OPERATORS, letters::retry);
    routes.delete(QUEUE + "/dead-letters/{position}", OPERATORS, letters::discard);
  }

  private void rooms(RoomHandlers rooms) {
    routes.get(ROOM, OWNERS, rooms::find);
    routes.put(PLAYER_IN_ROOM, NAMED_PLAYER, rooms::join);
    routes.delete(PLAYER_IN_ROOM, NAMED_PLAYER, rooms::leave);
    routes.put(PLAYER_IN_ROOM + "/acceptance", NAMED_PLAYER, rooms::answerProposal);
    routes.put(ROOM + "/connection", SERVERS, rooms::assignConnection);
    routes.post(ROOM + ":start", SERVERS, rooms::start);
    routes.post(ROOM + ":cancel", SERVERS, rooms::cancel);
  }

  private void games(GameHandlers games) {
    routes.post(ROOM + "/backfills", SERVERS, games::requestBackfill);
    routes.get(BACKFILL, SERVERS, games::findBackfill);
    routes.delete(BACKFILL, SERVERS, games::cancelBackfill);
    routes.post(ROOM + "/result", SERVERS, games::recordResult);
  }

  private void feeds(FeedHandlers feeds) {
    routes.get(QUEUE + "/events", OPERATORS, feeds::ofQueue);
    routes.get("/v1/players/{player}/events", NAMED_PLAYER, feeds::ofPlayer);
    routes.get(ROOM + "/events", OWNERS, feeds::ofRoom);
  }

  private void health(HealthHandlers health) {
    routes.get("/health/live", OPEN, health::live);
    routes.get("/health/ready", OPEN, health::ready);
  }
}
