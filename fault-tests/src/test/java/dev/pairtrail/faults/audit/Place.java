package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room in the reference: who belongs there, who is there, what it is good for. What cannot be is
 * answered as a fault.
 */
final class Place {
  private final Map<String, List<Waiter>> sides = new LinkedHashMap<>();
  private final Map<String, Integer> openings = new LinkedHashMap<>();
  private final Set<PlayerId> players = new LinkedHashSet<>();
  private final Set<PlayerId> accepted = new HashSet<>();
  private final Set<PlayerId> declined = new HashSet<>();
  private Optional<BackfillRequested> backfill = Optional.empty();
  private boolean ended;
  final Set<PlayerId> joined = new HashSet<>();
  final Set<PlayerId> left = new HashSet<>();
  boolean proposed;
  boolean open = true;
  boolean started;

  Place(Made made, List<Waiter> members, boolean proposed) {
    this.proposed = proposed;
    add(made, members);
  }

  private void add(Made made, List<Waiter> members) {
    for (Team team : made.teams()) {
      team.playerIds().forEach(this::comeAnew);
      players.addAll(team.playerIds());
      List<Waiter> side = sides.computeIfAbsent(team.name(), _ -> new ArrayList<>());
      members.stream().filter(t -> team.ticketIds().contains(t.id)).forEach(side::add);
    }
  }

  /** Who left may come into the game again, as somebody else would. */
  private void comeAnew(PlayerId player) {
    left.remove(player);
    joined.remove(player);
    sides.replaceAll((_, side) ->
        new ArrayList<>(
            side.stream()
                .map(ticket ->
                    new Waiter(
                        ticket.id,
                        ticket.players.stream().filter(p -> !p.id().equals(player)).toList(),
                        ticket.since))
                .toList()));
  }

  boolean belongs(PlayerId player) {
    return players.contains(player);
  }

  boolean hasDeclined(Waiter ticket) {
    return ticket.players.stream().anyMatch(player -> declined.contains(player.id()));
  }

  boolean hasLeft(Waiter ticket) {
    return ticket.players.stream().anyMatch(player -> left.contains(player.id()));
  }

  /** All but those who decline; where nobody does, those who accepted. */
  boolean mustKeep(Waiter ticket) {
    boolean all = ticket.players.stream().allMatch(player -> accepted.contains(player.id()));
    return proposed && !hasDeclined(ticket) && (!declined.isEmpty() || all);
  }

  Optional<String> accept(PlayerId player) {
    return faultIf(!proposed || !belongs(player) || !accepted.add(player), "nobody asked them");
  }

  Optional<String> decline(PlayerId player) {
    return faultIf(!proposed || !belongs(player) || !declined.add(player), "nobody asked them");
  }

  /** The proposal becomes a match. */
  Optional<String> match(Made made) {
    boolean same =
        made.teams().stream()
            .allMatch(team ->
                sides.getOrDefault(team.name(), List.of()).stream()
                    .map(ticket -> ticket.id)
                    .toList()
                    .containsAll(team.ticketIds()));
    boolean fine = proposed && same && accepted.equals(players);
    proposed = false;
    return faultIf(!fine, "it is not the match that all accepted");
  }

  /** Who is awaited may come late; who left may come back while the room is open. */
  Optional<String> join(PlayerId player) {
    boolean may =
        belongs(player)
            && !proposed
            && !joined.contains(player)
            && !(started && left.contains(player));
    joined.add(player);
    left.remove(player);
    return faultIf(!may, "the player cannot join now");
  }

  Optional<String> leave(PlayerId player) {
    boolean may = belongs(player) && !proposed && !left.contains(player);
    joined.remove(player);
    left.add(player);
    return faultIf(!may, "the player cannot leave now");
  }

  Optional<String> request(BackfillRequested event, RuleSet rules) {
    boolean fine = isRunning() && backfill.isEmpty() && !event.openings().isEmpty();
    backfill = Optional.of(event);
    openings.clear();
    event.openings().forEach(opening -> openings.put(opening.team(), opening.players()));
    return faultIf(!fine || !haveRoom(rules), "the game cannot ask for them");
  }

  private boolean haveRoom(RuleSet rules) {
    return openings.entrySet().stream()
        .allMatch(opening ->
            rules.teams().stream()
                .filter(spec -> spec.name().equals(opening.getKey()))
                .anyMatch(spec ->
                    present(spec.name()).mapToInt(ticket -> ticket.players.size()).sum()
                            + opening.getValue()
                        <= spec.maxPlayers()));
  }

  /** Those who play in each team, as if they waited since the game asked for players. */
  Map<String, List<Waiter>> present() {
    Map<String, List<Waiter>> present = new LinkedHashMap<>();
    sides.keySet().forEach(team -> present.put(team, present(team).toList()));
    return present;
  }

  private Stream<Waiter> present(String team) {
    Instant since = backfill.map(BackfillRequested::timestamp).orElse(Instant.EPOCH);
    return sides.getOrDefault(team, List.of()).stream()
        .map(ticket ->
            new Waiter(
                ticket.id,
                ticket.players.stream().filter(p -> !left.contains(p.id())).toList(),
                since))
        .filter(ticket -> !ticket.players.isEmpty());
  }

  Optional<String> fill(BackfillId id, Made made, List<Waiter> members) {
    boolean fine = isOpen(id) && isRunning();
    for (Team team : made.teams()) {
      int more = team.playerIds().size();
      openings.computeIfPresent(team.name(), (_, places) -> places - more);
      fine &= openings.getOrDefault(team.name(), -1) >= 0;
    }
    add(made, members);
    if (openings.values().stream().allMatch(places -> places == 0)) {
      backfill = Optional.empty();
    }
    return faultIf(!fine, "the game has no such places");
  }

  Optional<String> cancel(BackfillId id) {
    boolean fine = isOpen(id);
    backfill = Optional.empty();
    return faultIf(!fine, "the game does not ask for players");
  }

  private boolean isOpen(BackfillId id) {
    return backfill.filter(event -> event.backfillId().equals(id)).isPresent();
  }

  private boolean isRunning() {
    return started && !ended;
  }

  Optional<String> end(ResultRecorded event) {
    boolean fine =
        isRunning()
            && sides
                .keySet()
                .equals(new HashSet<>(event.places().stream().map(p -> p.team()).toList()))
            && event.ratings().stream()
                .allMatch(r -> belongs(r.playerId()) && !left.contains(r.playerId()));
    ended = true;
    backfill = Optional.empty();
    return faultIf(!fine, "the game cannot end so");
  }

  private static Optional<String> faultIf(boolean wrong, String fault) {
    return wrong ? Optional.of(fault) : Optional.empty();
  }
}
