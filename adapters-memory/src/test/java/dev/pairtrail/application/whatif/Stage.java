package dev.pairtrail.application.whatif;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A log that a test writes and asks what if of. Times are seconds after {@link #START}; Ann's
 * ticket is {@code t-ann}, as in the fixtures of the domain.
 */
final class Stage {
  static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  static final QueueName QUEUE = new QueueName("duel");
  private static final int PAGE = 7;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final EventLog log = new MemoryEventStore(now::get).log(QUEUE);
  private long events;

  static Instant second(double second) {
    return START.plusMillis(Math.round(second * 1000));
  }

  /** One against one, within a distance; the players are asked. */
  static RuleSet within(double max) {
    return within(Limit.fixed(max), Optional.empty());
  }

  static RuleSet within(Limit<Double> limit, Optional<Duration> ticketTimeout) {
    RuleSet plain = RuleSet.oneOnOne();
    return new RuleSet(
        Map.of("rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty())),
        plain.partition(),
        plain.teams(),
        List.of(new DistanceRule("fair", "rating", Party.AVG, limit, Missing.ANY)),
        Optional.of(Duration.ofSeconds(15)),
        plain.ratings(),
        ticketTimeout,
        plain.joinTimeout(),
        plain.start());
  }

  /** From 100 to 1,000 after so many seconds. */
  static RuleSet wideAfter(int seconds) {
    return within(
        new Limit<>(
            100.0,
            List.of(new Limit.Step<>(Duration.ofSeconds(seconds), 1_000.0)),
            Optional.empty()),
        Optional.empty());
  }

  static Event enqueued(String name, double rating, double second) {
    Map<String, Attribute> rated = Map.of("rating", new Attribute.Numeric(rating));
    return new PlayerEnqueued(
        ticket(name), new Player(new PlayerId(name), rated, Map.of()), second(second));
  }

  static Event party(String name, double second, String... members) {
    List<Player> players =
        Arrays.stream(members).map(member -> Player.of(new PlayerId(member))).toList();
    return new PartyEnqueued(ticket(name), players, second(second));
  }

  static Event cancelled(String name, double second) {
    return new TicketCancelled(ticket(name), second(second));
  }

  static Event expired(String name, double second) {
    return new TicketExpired(ticket(name), second(second));
  }

  static Event matched(String room, String one, String other, double second) {
    return new PlayersMatched(
        new RoomId(room),
        List.of(team("red", one), team("blue", other)),
        Optional.empty(),
        Optional.empty(),
        second(second));
  }

  static Event fellThrough(String room, List<String> back, List<String> gone, double second) {
    return new MatchCancelled(
        new RoomId(room),
        "not all players joined in time",
        back.stream().map(Stage::ticket).toList(),
        gone.stream().map(Stage::ticket).toList(),
        second(second));
  }

  private static Team team(String colour, String name) {
    return new Team(colour, List.of(ticket(name)), List.of(new PlayerId(name)));
  }

  static TicketId ticket(String name) {
    return new TicketId("t-" + name);
  }

  Stage given(Event... history) {
    for (Event event : history) {
      now.set(event.timestamp());
      UUID id = new UUID(0, ++events);
      NewEvent added =
          new NewEvent(new Metadata(new EventId(id), Origin.NONE), EventTags.of(event), event);
      log.append(List.of(added), new AppendCondition(Head.START, Set.of()));
    }
    return this;
  }

  Report whatIf(RuleSet rules) {
    return whatIf(rules, Optional.empty(), new LogPoint.End()).orElseThrow();
  }

  Optional<Report> whatIf(RuleSet rules, Optional<LogPoint> from, LogPoint to) {
    return WhatIf.ofLog(
        new RecordedLog(QUEUE, log, PAGE), Window.of(from, to), trial(rules), Progress.NONE);
  }

  static Trial trial(RuleSet rules) {
    return new Trial(QUEUE, rules, 100, 10);
  }
}
