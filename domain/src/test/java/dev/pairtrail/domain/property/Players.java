package dev.pairtrail.domain.property;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.queue.Backfill;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Command.Enqueue;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a crowd of players and servers asks of a queue, at random but for the seed. */
public final class Players {
  private static final int CROWD = 40;
  private static final List<String> MODES = List.of("ctf", "koth");
  private static final List<String> ROLES = List.of("healer", "tank", "damage", "damage");
  private static final List<String> MAPS = List.of("dust", "nuke", "mirage");
  private static final List<String> REGIONS = List.of("eu", "us", "ap");

  private final SplittableRandom random;
  private final List<RuleSet> ruleSets;
  private final List<TicketId> made = new ArrayList<>();
  private final List<RoomId> rooms = new ArrayList<>();

  public Players(SplittableRandom random, List<RuleSet> ruleSets) {
    this.random = random;
    this.ruleSets = ruleSets;
  }

  /** The next command, which may well be refused. */
  Command next(QueueState state) {
    state.openRooms().stream().map(Room::id).filter(id -> !rooms.contains(id)).forEach(rooms::add);
    int dice = random.nextInt(100);
    if (dice < 60 || made.isEmpty()) {
      return enqueue(state);
    } else if (dice < 70) {
      return new Command.CancelTicket(one(made));
    } else if (dice < 72) {
      return new Command.ActivateRules(one(ruleSets));
    }
    return rooms.isEmpty() ? enqueue(state) : toRoom(state, one(rooms));
  }

  private Command toRoom(QueueState state, RoomId id) {
    PlayerId player = one(List.copyOf(state.room(id).orElseThrow().players().keySet()));
    int dice = random.nextInt(30);
    if (dice < 12) {
      return new Command.JoinRoom(id, player);
    }
    if (dice >= 20) {
      return dice < 26
          ? new Command.AnswerProposal(id, player, random.nextInt(8) > 0)
          : toGame(state, id);
    }
    return switch (dice) {
      case 12, 13, 14, 15 -> new Command.LeaveRoom(id, player);
      case 16 -> new Command.StartGame(id);
      case 17 -> new Command.CancelMatch(id, "server gone");
      default -> new Command.AssignConnection(id, "10.0.0.5:" + random.nextInt(3));
    };
  }

  private Command toGame(QueueState state, RoomId id) {
    Room room = state.room(id).orElseThrow();
    if (random.nextInt(4) == 0) {
      List<ResultRecorded.Place> places =
          room.teams().stream()
              .map(team -> new ResultRecorded.Place(team.name(), random.nextInt(1, 3)))
              .toList();
      return new Command.RecordResult(id, places, Players::rate);
    }
    return random.nextInt(3) > 0
        ? new Command.RequestBackfill(id, new BackfillId("b" + made.size()), List.of())
        : new Command.CancelBackfill(
            id, state.openBackfill(id).map(Backfill::id).orElse(new BackfillId("none")));
  }

  /** A rating system of the plainest kind. */
  private static List<List<Rating>> rate(
      RatingSpec spec, List<List<Rating>> teams, List<Integer> places) {
    List<List<Rating>> after = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      double more = places.get(i) == 1 ? 0.1 : -0.1;
      after.add(
          teams.get(i).stream()
              .map(r -> new Rating(r.mean() + more, r.deviation() * 0.9))
              .toList());
    }
    return after;
  }

  private Command enqueue(QueueState state) {
    TicketId ticket = new TicketId("t" + made.size());
    made.add(ticket);
    var key = new RequestKey("request " + ticket.value());
    return new Enqueue(ticket, party(state.rules().rules().largestTeam()), Optional.of(key));
  }

  /** A single player or a party of at most so many. */
  public List<Player> party(int largest) {
    int size = random.nextInt(3) > 0 ? 1 : random.nextInt(1, largest + 1);
    String mode = one(MODES);
    Map<PlayerId, Player> party = new HashMap<>();
    while (party.size() < size) {
      PlayerId id = new PlayerId("p" + random.nextInt(CROWD));
      party.put(id, new Player(id, attributes(mode), latencies()));
    }
    return List.copyOf(party.values());
  }

  /** Tenths, as they are not exact in binary and so bring out what rounds. */
  private Map<String, Attribute> attributes(String mode) {
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("mode", new Attribute.Text(mode));
    if (random.nextInt(8) > 0) {
      attributes.put("rating", new Attribute.Numeric(random.nextInt(-20, 20) / 10.0));
    }
    attributes.put("role", new Attribute.Text(one(ROLES)));
    attributes.put("maps", new Attribute.TextList(some(MAPS)));
    return attributes;
  }

  private Map<String, Integer> latencies() {
    Map<String, Integer> latencies = new HashMap<>();
    some(REGIONS).forEach(region -> latencies.put(region, random.nextInt(10) * 20));
    return random.nextInt(8) > 0 ? latencies : Map.of();
  }

  private List<String> some(List<String> all) {
    return all.stream().filter(_ -> random.nextInt(3) > 0).toList();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
