package dev.pairtrail.portcontracts;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Attribute.Numeric;
import dev.pairtrail.domain.Attribute.Text;
import dev.pairtrail.domain.Attribute.TextList;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.event.ResultRecorded.PlayerRating;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
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

  private static final BackfillId BACKFILL = new BackfillId("019b8da0-1800-7000-8000-00000000000b");

  private static final Span SPAN = new Span(1, 2.5);
  private static final Span BELOW = new Span(Double.NEGATIVE_INFINITY, 3);
  private static final Span ANY = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

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
        new MatchProposed(ROOM, teams(), Optional.empty(), deadline(), TIME),
        new MatchProposed(ROOM, teams(), Optional.of(basis()), deadline(), TIME),
        new PlayerAccepted(ANN, ROOM, TIME),
        new PlayerDeclined(BOB, ROOM, TIME),
        new PlayersMatched(ROOM, teams(), Optional.empty(), Optional.empty(), TIME),
        new PlayersMatched(ROOM, teams(), Optional.of(basis()), Optional.of(deadline()), TIME),
        new PlayerJoinedRoom(ANN, ROOM, TIME),
        new PlayerLeft(BOB, ROOM, TIME),
        new ConnectionAssigned(ROOM, "udp://[2001:db8::1]:7777/?key=\"a b\"&x=é", TIME),
        new GameStarted(ROOM, TIME),
        new MatchCancelled(ROOM, "nobody came", List.of(), List.of(), TIME),
        new MatchCancelled(ROOM, "{\"left\": \\\"bob\\\"}\n", List.of(SOLO), List.of(PARTY), TIME),
        new BackfillRequested(BACKFILL, ROOM, List.of(new Opening("red", 1)), TIME),
        new BackfillMatched(BACKFILL, ROOM, teams(), Optional.empty(), TIME),
        new BackfillMatched(BACKFILL, ROOM, teams(), Optional.of(basis()), TIME),
        new BackfillCancelled(BACKFILL, ROOM, TIME),
        new ResultRecorded(ROOM, List.of(), List.of(), TIME),
        new ResultRecorded(ROOM, places(), List.of(rated(ANN), rated(BOB)), TIME),
        discarded(Optional.empty()),
        discarded(Optional.of(new KeyName("ops.2026_A-z"))),
        new LogSealed(new Position(7, 4), 12, "5e".repeat(32), TIME));
  }

  private static DeadLetterDiscarded discarded(Optional<KeyName> by) {
    return new DeadLetterDiscarded(new Position(7, 3), "workers", "no \"event\" field", by, TIME);
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
            new TicketBasis(PARTY, Duration.ZERO, OptionalDouble.empty())),
        List.of(
            new RuleBasis("near", OptionalDouble.of(0.1 + 0.2), OptionalDouble.of(200), "rating"),
            new RuleBasis("no \"number\"", OptionalDouble.empty(), OptionalDouble.empty(), "")));
  }

  private static List<Place> places() {
    return List.of(new Place("red", 2), new Place("blue", 1));
  }

  private static PlayerRating rated(PlayerId player) {
    return new PlayerRating(player, new Rating(-1487.25, 0.1 + 0.2));
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
        List.of(new TeamSpec("red", 1, 2, List.of()), new TeamSpec("blue", 2, 5, shrinking())),
        everyRule(),
        Optional.of(Duration.ofSeconds(15)),
        Optional.of(new RatingSpec("rating", 1500.5, 500)),
        Optional.of(Duration.ofMinutes(5)),
        Duration.ofMillis(45_500),
        RuleSet.Start.MANUAL);
  }

  private static List<TeamSpec.Step> shrinking() {
    return List.of(
        new TeamSpec.Step(Duration.ofSeconds(30), 4), new TeamSpec.Step(Duration.ofMinutes(1), 2));
  }

  private static List<Rule> everyRule() {
    return List.of(
        new EqualRule("same", "mode", Limit.fixed(true), Missing.REJECT),
        new EqualRule("same for a while", "mode", ending(true), Missing.ANY),
        new DistanceRule("near", "rating", Party.MAX, widening(100.25, 200.0, 1e6), Missing.REJECT),
        new DistanceRule("for ever", "rating", Party.MIN, Limit.fixed(0.0), Missing.ANY),
        new RangeRule("inside", "rating", Party.AVG, widening(SPAN, BELOW, ANY), Missing.ANY),
        new IntersectionRule("common", "maps", widening(3, 2, 1), Missing.REJECT),
        new LatencyRule("ping", widening(80, 150, 60_000), Missing.ANY),
        new TeamDifferenceRule("even", "rating", widening(0.5, 1.5, 2.5), Missing.REJECT),
        new TeamSizeDifferenceRule("sizes", widening(0, 1, 2)),
        new TeamCountRule("healers", "mode", "healer", widening(SPAN, BELOW, ANY)));
  }

  private static <L> Limit<L> ending(L limit) {
    return new Limit<>(limit, List.of(), Optional.of(Duration.ofMillis(1)));
  }

  private static <L> Limit<L> widening(L first, L second, L third) {
    return new Limit<>(
        first,
        List.of(
            new Limit.Step<>(Duration.ofMillis(2_500), second),
            new Limit.Step<>(Duration.ofSeconds(60), third)),
        Optional.of(Duration.ofDays(2)));
  }
}
