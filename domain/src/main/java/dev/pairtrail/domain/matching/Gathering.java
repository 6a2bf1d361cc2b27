package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the match of one seed. The nearest that may be together with all before them join,
 * until the teams are full; if these cannot be divided into teams that the rules allow, some are
 * left out in turn for those that come after them, the last one first: a search with limited
 * discrepancy (Harvey and Ginsberg 1995), by one ticket, in a limited number of tries.
 */
final class Gathering {
  private static final int MAX_TRIES = 64;

  private final Criteria criteria;
  private final Moment moment;
  private final Roster roster;
  private final Waiting seed;
  private final Capacity capacity;
  private int tries;

  Gathering(Criteria criteria, Moment moment, Roster roster, Waiting seed) {
    this.criteria = criteria;
    this.moment = moment;
    this.roster = roster;
    this.seed = seed;
    capacity = new Capacity(criteria.teams(), criteria.teams().sizes());
  }

  /** The match, with as full teams as can be had; null if there is none. */
  @Nullable Lineup find() {
    for (Level level : criteria.teams().levels()) {
      if (moment.wait(seed) >= level.after()) {
        Lineup found = find(level);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** How many players get along with the seed and with each other, as the nearest join. */
  int together() {
    return gather(criteria.teams().fewest(moment.wait(seed)), List.of()).stream()
        .mapToInt(Waiting::size)
        .sum();
  }

  private @Nullable Lineup find(Level level) {
    if (!isEnough(level)) {
      return null;
    }
    tries = 0;
    List<Waiting> first = gather(level, List.of());
    Lineup found = divide(level, first);
    return found != null ? found : findLeavingOut(level, first);
  }

  /** The last one leaves for each that comes after it; then each of the others, for one. */
  private @Nullable Lineup findLeavingOut(Level level, List<Waiting> first) {
    List<Waiting> left = new ArrayList<>();
    List<Waiting> group = first;
    while (group.size() > 1 && group.size() >= first.size() && ++tries < MAX_TRIES / 2) {
      left.add(group.getLast());
      group = gather(level, left);
      Lineup found = divide(level, group);
      if (found != null) {
        return found;
      }
    }
    for (int i = first.size() - 2; i > 0 && ++tries < MAX_TRIES; i--) {
      Lineup found = divide(level, gather(level, List.of(first.get(i))));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether there are players enough around, whoever they get on with. */
  private boolean isEnough(Level level) {
    int players = seed.size();
    for (int i = 0; players < level.players(); i++) {
      Waiting next = roster.get(i);
      if (next == null) {
        return false;
      }
      players += moment.wait(next) >= level.after() ? next.size() : 0;
    }
    return true;
  }

  private List<Waiting> gather(Level level, List<Waiting> without) {
    List<Waiting> group = new ArrayList<>();
    if (!capacity.fits(group, 0, seed, moment.wait(seed))) {
      return group; // A party from before the rules had teams as small as this.
    }
    group.add(seed);
    int taken = seed.size();
    long youngest = moment.wait(seed);
    for (int i = 0; taken < capacity.places(); i++) {
      Waiting next = roster.get(i);
      if (next == null) {
        break;
      }
      long wait = moment.wait(next);
      long younger = Math.min(youngest, wait);
      if (wait >= level.after()
          && !without.contains(next)
          && capacity.fits(group, taken, next, younger)
          && (group.size() == 1 || criteria.admit(group, next, moment))) {
        group.add(next);
        taken += next.size();
        youngest = younger;
      }
    }
    return group;
  }

  private @Nullable Lineup divide(Level level, List<Waiting> group) {
    int players = 0;
    for (Waiting ticket : group) {
      players += ticket.size();
    }
    if (players < level.players()) {
      return null;
    }
    List<List<Waiting>> teams =
        new TeamSearch(criteria.teams(), group, level, moment.youngest(group)).find();
    return teams == null ? null : Lineup.of(criteria.rules().teams(), group, teams);
  }
}
