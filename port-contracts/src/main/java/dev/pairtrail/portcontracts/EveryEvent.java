package dev.pairtrail.portcontracts;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Attribute.Numeric;
import dev.pairtrail.domain.Attribute.Text;
import dev.pairtrail.domain.Attribute.TextList;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DistanceRule.Missing;
import dev.pairtrail.domain.rules.DistanceRule.Party;
import dev.pairtrail.domain.rules.DistanceRule.Step;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Events of every type, between them with every field full and every optional one empty. */
final class EveryEvent {
  private static final Instant TIME = Samples.TIME;
  private static final TicketId SOLO = new TicketId("019b8da0-1800-7000-8000-000000000001");
  private static final TicketId PARTY = new TicketId("A.z_0:9@x|y-");
  private static final PlayerId ANN = new PlayerId("ann");
  private static final PlayerId BOB = new PlayerId("bob:2@eu|x");
  private static final PlayerId CAT = new PlayerId("cat");
  private static final RoomId ROOM = new RoomId("019b8da0-1800-7000-8000-00000000000a");

  private EveryEvent() {}

  static List<Event> list() {
    return List.of(
        new RuleSetActivated(1, RuleSet.oneOnOne(), TIME),
        new RuleSetActivated(2, fullRules(), TIME.plusNanos(1)),
        new PlayerEnqueued(SOLO, Player.of(ANN), TIME),
        new PlayerEnqueued(SOLO, fullPlayer(), Instant.EPOCH),
        new PartyEnqueued(PARTY, List.of(fullPlayer(), Player.of(BOB), Player.of(CAT)), TIME),
        new TicketCancelled(SOLO, TIME),
        new TicketExpired(PARTY, TIME),
        new PlayersMatched(ROOM, teams(), Optional.empty(), Optional.empty(), TIME),
        new PlayersMatched(ROOM, teams(), Optional.of(basis()), Optional.of(deadline()), TIME),
        new PlayerJoinedRoom(ANN, ROOM, TIME),
        new PlayerLeft(BOB, ROOM, TIME),
        new ConnectionAssigned(ROOM, "udp://[2001:db8::1]:7777/?key=\"a b\"&x=é", TIME),
        new GameStarted(ROOM, TIME),
        new MatchCancelled(ROOM, "nobody came", List.of(), List.of(), TIME),
        new MatchCancelled(ROOM, "{\"left\": \\\"bob\\\"}\n", List.of(SOLO), List.of(PARTY), TIME),
        new DeadLetterDiscarded(new Position(7, 3), "workers", "no \"event\" field", TIME));
  }

  private static Instant deadline() {
    return TIME.plusSeconds(30);
  }

  /** In an order that is neither sorted nor that of a hash. */
  private static Player fullPlayer() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("rating", new Numeric(1487.25));
    attributes.put("a small one", new Numeric(0.1 + 0.2));
    attributes.put("below zero", new Numeric(-1e-7));
    attributes.put("whole", new Numeric(9_007_199_254_740_991.0));
    attributes.put("mode", new Text("ranked"));
    attributes.put("odd", new Text("\"quoted\" \\ \n\t \u0000 ü 你 \uD83C\uDFB2"));
    attributes.put("empty", new Text(""));
    attributes.put("number in a text", new Text("12"));
    attributes.put("maps", new TextList(List.of("dust", "aztec", "dust", "")));
    attributes.put("no maps", new TextList(List.of()));
    Map<String, Integer> latencyMs = new LinkedHashMap<>();
    latencyMs.put("us-west", 60_000);
    latencyMs.put("eu", 0);
    latencyMs.put("asia", 212);
    return new Player(ANN, attributes, latencyMs);
  }

  private static List<Team> teams() {
    return List.of(
        new Team("red", List.of(SOLO), List.of(ANN)),
        new Team("blue", List.of(PARTY), List.of(CAT, BOB)));
  }

  private static MatchBasis basis() {
    return new MatchBasis(
        2,
        new Position(1_795_326_928_712L, 7),
        0.875,
        List.of(
            new TicketBasis(SOLO, Duration.ofMillis(12_345), OptionalDouble.of(150.5)),
            new TicketBasis(PARTY, Duration.ZERO, OptionalDouble.empty())));
  }

  private static RuleSet fullRules() {
    Map<String, AttributeSpec> attributes = new LinkedHashMap<>();
    attributes.put(
        "rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.of(new Numeric(1500.5))));
    attributes.put(
        "mode", new AttributeSpec(AttributeSpec.Type.STRING, Optional.of(new Text("ranked"))));
    attributes.put(
        "maps",
        new AttributeSpec(
            AttributeSpec.Type.STRING_LIST, Optional.of(new TextList(List.of("dust")))));
    attributes.put("bare", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty()));
    return new RuleSet(
        attributes,
        List.of("mode", "bare"),
        List.of(new TeamSpec("red", 1, 2), new TeamSpec("blue", 2, 5)),
        List.of(
            new DistanceRule("near", "rating", 100.25, Party.MAX, expansions(), Missing.REJECT)),
        Optional.of(Duration.ofMinutes(5)),
        Duration.ofMillis(45_500),
        RuleSet.Start.MANUAL);
  }

  private static List<Step> expansions() {
    return List.of(new Step(Duration.ofMillis(2_500), 200), new Step(Duration.ofSeconds(60), 1e6));
  }
}
