package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a queue matches. One that {@link RuleSetCheck} finds no fault in can be activated.
 *
 * @param attributes what players may or must say of themselves, by name
 * @param partition attributes whose values must be equal; tickets that differ never meet
 * @param teams the teams of each match
 * @param rules conditions on the tickets of a match
 * @param acceptance how long all players have to accept a match before its room opens; empty: they
 *     are not asked
 * @param ratings how results of games become ratings; empty: they do not
 * @param ticketTimeout how long a ticket may wait; empty: until it is matched or cancelled
 * @param joinTimeout how long after the match all must have joined the room
 * @param start when the game of a room begins
 */
public record RuleSet(
    Map<String, AttributeSpec> attributes,
    List<String> partition,
    List<TeamSpec> teams,
    List<Rule> rules,
    Optional<Duration> acceptance,
    Optional<RatingSpec> ratings,
    Optional<Duration> ticketTimeout,
    Duration joinTimeout,
    Start start) {

  public static final Duration DEFAULT_JOIN_TIMEOUT = Duration.ofSeconds(30);

  public RuleSet {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    partition = List.copyOf(partition);
    teams = List.copyOf(teams);
    rules = List.copyOf(rules);
  }

  /** When the game of a room begins. */
  public enum Start {
    /** As soon as all have joined. */
    AUTO,
    /** When it is asked for. */
    MANUAL
  }

  /** One against one, no rules: whoever waits longest first. */
  public static RuleSet oneOnOne() {
    return new RuleSet(
        Map.of(),
        List.of(),
        List.of(TeamSpec.of("red", 1), TeamSpec.of("blue", 1)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_JOIN_TIMEOUT,
        Start.AUTO);
  }

  /** How many players a full match has. */
  public int matchSize() {
    return teams.stream().mapToInt(TeamSpec::maxPlayers).sum();
  }

  public int largestTeam() {
    return teams.stream().mapToInt(TeamSpec::maxPlayers).max().orElse(0);
  }

  /** The rules of one kind, in the order in which they are written. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
