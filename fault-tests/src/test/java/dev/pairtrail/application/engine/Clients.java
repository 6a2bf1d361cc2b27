package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.faults.audit.Request;
import dev.pairtrail.faults.audit.Told;
import dev.pairtrail.faults.audit.Told.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** The clients of a run: what they want, whom they ask, and what they were told. */
final class Clients {

  final List<Told> told = new ArrayList<>();
  private final World world;
  private final Random random;
  private final boolean teams;
  private final Map<Request, List<Player>> enqueued = new HashMap<>();
  private final List<Request> asked = new ArrayList<>();
  private final List<Asked> open = new ArrayList<>();
  private int number;

  /** A try that was not answered yet; each is itself alone, even if it asks the same. */
  private static final class Asked {
    private final SimulatedInstance instance;
    private final Request request;
    private final Optional<TicketId> proposed;

    Asked(SimulatedInstance instance, Request request, Optional<TicketId> proposed) {
      this.instance = instance;
      this.request = request;
      this.proposed = proposed;
    }
  }

  Clients(World world, Random random, RuleSet rules) {
    this.world = world;
    this.random = random;
    teams = rules.matchSize() > 2;
  }

  /** Somebody wants something, or asks again. */
  void act() {
    if (world.instances.isEmpty()) {
      return;
    }
    Request request = asked.size() > 3 && random.nextInt(4) == 0 ? again() : another();
    ask(world.instances.get(random.nextInt(world.instances.size())), request);
  }

  private Request again() {
    return asked.get(asked.size() - 1 - random.nextInt(Math.min(asked.size(), 10)));
  }

  private Request another() {
    int what = random.nextInt(22);
    if (what < 9) {
      return enqueue();
    } else if (what >= 20) {
      return game().orElseGet(this::enqueue);
    } else if (what < 12) {
      return told.stream()
          .flatMap(t -> t.ticket().stream())
          .skip(told.isEmpty() ? 0 : random.nextInt(told.size()))
          .findFirst()
          .<Request>map(Request.Cancel::new)
          .orElseGet(this::enqueue);
    }
    if (what > 12 && random.nextInt(3) > 0) {
      Optional<Request> answer = last(MatchProposed.class).map(this::answer);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return last(PlayersMatched.class).map(match -> ofRoom(match, what)).orElseGet(this::enqueue);
  }

  /** Most players accept. */
  private Request answer(MatchProposed match) {
    PlayerId player = match.playerIds().get(random.nextInt(match.playerIds().size()));
    return new Request.Answer(match.roomId(), player, random.nextInt(8) > 0);
  }

  /** Something about a running game, or that somebody leaves it. */
  private Optional<Request> game() {
    int what = random.nextInt(6);
    if (what == 0) {
      return last(BackfillRequested.class)
          .map(asked -> new Request.EndBackfill(asked.roomId(), asked.backfillId()));
    }
    return last(GameStarted.class)
        .map(GameStarted::roomId)
        .map(room ->
            switch (what) {
              case 1 -> result(room);
              case 2, 3 -> new Request.Backfill(room);
              default -> leaver(room);
            });
  }

  private Request result(RoomId room) {
    List<List<Integer>> results = List.of(List.of(1, 2), List.of(2, 1), List.of(1, 1));
    return new Request.Result(room, results.get(random.nextInt(results.size())));
  }

  private Request leaver(RoomId room) {
    List<PlayerId> players =
        matches()
            .filter(match -> match.roomId().equals(room))
            .flatMap(match -> match.playerIds().stream())
            .toList();
    return players.isEmpty()
        ? new Request.Backfill(room)
        : new Request.Leave(room, players.get(random.nextInt(players.size())));
  }

  private Stream<PlayersMatched> matches() {
    return world.log().stream()
        .filter(RecordedEvent.class::isInstance)
        .map(entry -> ((RecordedEvent) entry).event())
        .filter(PlayersMatched.class::isInstance)
        .map(PlayersMatched.class::cast);
  }

  /** One of the last events of a type. */
  private <E extends Event> Optional<E> last(Class<E> type) {
    List<E> events = new ArrayList<>();
    List<LogEntry> log = world.log();
    for (int i = log.size() - 1; i >= 0 && events.size() < 4; i--) {
      if (log.get(i) instanceof RecordedEvent e && type.isInstance(e.event())) {
        events.add(type.cast(e.event()));
      }
    }
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(events.get(random.nextInt(events.size())));
  }

  private Request ofRoom(PlayersMatched match, int what) {
    RoomId room = match.roomId();
    PlayerId player = match.playerIds().get(random.nextInt(match.playerIds().size()));
    return switch (what) {
      case 12 -> new Request.Leave(room, player);
      case 13 -> new Request.Assign(room, "10.0.0.1:" + random.nextInt(3));
      case 14 -> new Request.Start(room);
      case 15 -> new Request.CancelRoom(room);
      default -> new Request.Join(room, player);
    };
  }

  private Request enqueue() {
    List<Player> players = new ArrayList<>(List.of(People.any(random)));
    if (random.nextInt(teams ? 3 : 15) == 0) {
      Player other = People.any(random);
      players.add(new Player(other.id(), players.getFirst().attributes(), other.latencyMs()));
    }
    return enqueue(players, random.nextInt(3) > 0);
  }

  /** A request of these players. */
  Request enqueue(List<Player> players, boolean withKey) {
    Optional<RequestKey> key =
        withKey ? Optional.of(new RequestKey("key " + number)) : Optional.empty();
    Request request = new Request.Enqueue(players.stream().map(Player::id).toList(), key, number++);
    enqueued.put(request, players);
    return request;
  }

  void ask(SimulatedInstance instance, Request request) {
    asked.add(request);
    world.trace(() -> "a client asks " + instance.name + " to " + request);
    switch (request) {
      case Request.Enqueue enqueue -> enqueue(instance, enqueue);
      case Request.Cancel(var ticket) -> send(instance, request, new Command.CancelTicket(ticket));
      case Request.Join(var room, var player) ->
          send(instance, request, new Command.JoinRoom(room, player));
      case Request.Leave(var room, var player) ->
          send(instance, request, new Command.LeaveRoom(room, player));
      case Request.Assign(var room, var connection) ->
          send(instance, request, new Command.AssignConnection(room, connection));
      case Request.Start(var room) -> send(instance, request, new Command.StartGame(room));
      case Request.CancelRoom(var room) ->
          send(instance, request, new Command.CancelMatch(room, "nobody likes it"));
      case Request.Answer(var room, var player, var accepted) ->
          send(instance, request, new Command.AnswerProposal(room, player, accepted));
      case Request.Backfill(var room) ->
          send(
              instance,
              request,
              new Command.RequestBackfill(room, world.ids.newBackfill(), List.of()));
      case Request.EndBackfill(var room, var backfill) ->
          send(instance, request, new Command.CancelBackfill(room, backfill));
      case Request.Result(var room, var places) ->
          send(
              instance,
              request,
              new Command.RecordResult(room, People.places(places), People::rated));
    }
  }

  private void enqueue(SimulatedInstance instance, Request.Enqueue request) {
    TicketId id = world.ids.newTicket();
    var command = new Command.Enqueue(id, enqueued.get(request), request.key());
    send(
        instance,
        request,
        command,
        Optional.of(id),
        state ->
            request
                .key()
                .map(Tag::request)
                .flatMap(state::ticketOfRequest)
                .or(() -> state.ticket(id))
                .map(Ticket::id));
  }

  private void send(SimulatedInstance instance, Request request, Command command) {
    send(instance, request, command, Optional.empty(), _ -> Optional.empty());
  }

  private void send(
      SimulatedInstance instance,
      Request request,
      Command command,
      Optional<TicketId> proposed,
      Function<QueueState, Optional<TicketId>> view) {
    Asked asking = new Asked(instance, request, proposed);
    open.add(asking);
    if (world.plant().tellsEarly()
        && Decider.decide(instance.folded.state(), command, instance.now())
            instanceof Decision.Accepted) {
      tell(asking, Verdict.OK, proposed);
    }
    var submission = new Submission<>(command, Origin.NONE, view);
    var _ = submission.answer().thenAccept(outcome -> answered(asking, outcome));
    instance.mailbox.add(new Message.Submit(submission));
  }

  private void answered(Asked asking, Outcome<Optional<TicketId>> outcome) {
    switch (outcome) {
      case Outcome.Done<Optional<TicketId>>(var ticket) -> tell(asking, Verdict.OK, ticket);
      case Outcome.Rejected<?> _ -> tell(asking, Verdict.FAILED, asking.proposed);
      case Outcome.Unavailable<?> _ -> tell(asking, Verdict.UNKNOWN, asking.proposed);
      case Outcome.NoSuchQueue<?> _ -> throw new IllegalStateException("there is one queue");
    }
  }

  private void tell(Asked asking, Verdict verdict, Optional<TicketId> ticket) {
    if (open.remove(asking)) {
      told.add(new Told(asking.request, verdict, ticket, asking.instance.moment()));
      world.trace(() -> "told " + told.getLast());
    }
  }

  /** Whoever asked it will not hear. */
  void crashed(SimulatedInstance instance) {
    List.copyOf(open).stream()
        .filter(asking -> asking.instance == instance)
        .forEach(asking -> tell(asking, Verdict.UNKNOWN, asking.proposed));
  }

  /** How many wait for an answer. */
  int waiting() {
    return open.size();
  }
}
