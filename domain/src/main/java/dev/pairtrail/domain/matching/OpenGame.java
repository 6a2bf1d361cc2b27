package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A running game with open places, as the matcher sees it. Those who play are judged as tickets
 * that wait since the game asked for players.
 */
final class OpenGame {
  private final Vacancy vacancy;
  private final Criteria criteria;
  private final int[] places;
  private final List<List<Waiting>> sides = new ArrayList<>();
  private final List<Waiting> present = new ArrayList<>();
  private final Waiting centre;

  OpenGame(Vacancy vacancy, Criteria criteria) {
    this.vacancy = vacancy;
    this.criteria = criteria;
    places = vacancy.sides().stream().mapToInt(Vacancy.Side::places).toArray();
    for (Vacancy.Side side : vacancy.sides()) {
      List<Waiting> team = side.present().stream().map(p -> waiting(p)).toList();
      sides.add(team);
      present.addAll(team);
    }
    centre = centre();
  }

  private Waiting waiting(Vacancy.Present present) {
    Object[] partition = {criteria.partition(present.players())};
    return criteria.waiting(present.ticket(), vacancy.since(), present.players(), partition);
  }

  /** Stands in the middle of those who play. */
  private Waiting centre() {
    double middle =
        present.stream()
            .filter(Waiting::hasValue)
            .mapToDouble(Waiting::value)
            .average()
            .orElse(Double.NaN);
    return Waiting.at(
        vacancy.since(),
        present.isEmpty() ? Partition.NONE : present.getFirst().partition(),
        middle);
  }

  Vacancy vacancy() {
    return vacancy;
  }

  /** The tickets near enough that have a place there, if any; null if there are none. */
  @Nullable Filling fill(Iterator<Waiting> around, Predicate<Waiting> isFree, Moment moment) {
    Roster roster = new Roster(around, t -> isFree.test(t) && criteria.admit(present, t, moment));
    List<Waiting> coming = gather(roster, moment);
    while (!coming.isEmpty()) {
      long youngest = moment.youngest(all(coming));
      List<List<Waiting>> teams =
          new TeamSearch(criteria.teams(), sides, places, coming, youngest).find();
      if (teams != null) {
        return new Filling(vacancy.backfill(), proposal(coming, teams, moment));
      }
      coming.removeLast();
    }
    return null;
  }

  Waiting middle() {
    return centre;
  }

  private List<Waiting> gather(Roster roster, Moment moment) {
    Capacity capacity = new Capacity(criteria.teams(), places);
    List<Waiting> coming = new ArrayList<>();
    int taken = 0;
    for (int i = 0; taken < capacity.places(); i++) {
      Waiting next = roster.get(i);
      if (next == null) {
        break;
      }
      if (capacity.packs(coming, taken, next) && criteria.admit(all(coming), next, moment)) {
        coming.add(next);
        taken += next.size();
      }
    }
    return coming;
  }

  private List<Waiting> all(List<Waiting> coming) {
    List<Waiting> all = new ArrayList<>(present);
    all.addAll(coming);
    return all;
  }

  private Proposal proposal(List<Waiting> coming, List<List<Waiting>> teams, Moment moment) {
    Lineup whole = new Lineup(all(coming), teams);
    Lineup comers =
        new Lineup(
            coming, teams.stream().map(t -> t.stream().filter(coming::contains).toList()).toList());
    Proposal judged = whole.proposal(criteria, moment);
    Proposal who = comers.proposal(criteria, moment);
    return new Proposal(who.teams(), who.members(), judged.rules(), judged.quality());
  }
}
