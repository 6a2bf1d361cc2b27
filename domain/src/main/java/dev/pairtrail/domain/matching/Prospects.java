package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.Outlook.Lack;
import dev.pairtrail.domain.why.Outlook.Players;
import dev.pairtrail.domain.why.Outlook.Standing;
import dev.pairtrail.domain.why.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a waiting ticket can expect of those who wait with it. */
public final class Prospects {
  /** How many of the others are looked at. */
  private static final int LOOKED_AT = 2_000;

  private final WaitingPools pools;
  private final Criteria criteria;
  private final Moment moment;
  private final Judge judge;
  private final Waiting ticket;
  private final List<Waiting> others = new ArrayList<>();
  private final List<Waiting> meet = new ArrayList<>();
  private final List<Waiting> willMeet = new ArrayList<>();
  private final boolean counted;

  public Prospects(WaitingPools pools, Judge judge, Waiting ticket, Instant now) {
    this.pools = pools;
    this.judge = judge;
    this.ticket = ticket;
    criteria = pools.criteria();
    moment = new Moment(now);
    Iterator<Waiting> near = pools.near(ticket);
    while (near.hasNext() && others.size() < LOOKED_AT) {
      Waiting other = near.next();
      if (!other.id().equals(ticket.id()) && !judge.isOverdue(other)) {
        others.add(other);
      }
    }
    counted = !near.hasNext();
    sort();
  }

  private void sort() {
    Capacity capacity = new Capacity(criteria.teams(), criteria.teams().sizes());
    for (Waiting other : others) {
      if (capacity.packs(List.of(ticket), ticket.size(), other)) {
        boolean meets = judge.refusal(ticket, other).isEmpty();
        if (meets) {
          meet.add(other);
        }
        if (meets || judge.willMeet(ticket, other)) {
          willMeet.add(other);
        }
      }
    }
  }

  /**
   * Tells what there is to expect.
   *
   * @param nearest most of the others that are told of one by one
   */
  public Outlook outlook(int nearest) {
    List<Meeting> meetings =
        others.stream().limit(nearest).map(other -> judge.meeting(ticket, other)).toList();
    Optional<Refusal> alone = judge.alone(ticket, moment);
    Optional<Instant> ready = judge.ready(ticket);
    Gathering gathering = gathering();
    int together = alone.isEmpty() ? gathering.together() : 0;
    Players players = players(together);
    Optional<Lack> lasting = lack(willMeet, players.neededAtLast(), Long.MAX_VALUE);
    Optional<Lack> lack = lasting.or(() -> lack(meet, players.needed(), moment.wait(ticket)));
    return new Outlook(
        standing(players, alone, gathering),
        meetings,
        players,
        alone,
        ready,
        lack,
        judge.isOverdue(ticket)
            || !fits(Long.MAX_VALUE)
            || ready.isEmpty()
            || (counted && (players.willMeet() < players.neededAtLast() || lasting.isPresent())));
  }

  private Gathering gathering() {
    Roster roster = new Roster(meet.iterator(), _ -> true);
    return new Gathering(criteria, moment, roster, ticket);
  }

  private Standing standing(Players players, Optional<Refusal> alone, Gathering gathering) {
    if (judge.isOverdue(ticket)) {
      return Standing.OVERDUE;
    } else if (alone.isPresent()) {
      return Standing.ALONE;
    } else if (!fits(moment.wait(ticket))) {
      return Standing.NO_PLACE;
    } else if (players.canMeet() < players.needed()) {
      return Standing.TOO_FEW;
    } else if (gathering.find() != null) {
      return Standing.POSSIBLE;
    }
    return players.together() < players.needed() ? Standing.NOT_TOGETHER : Standing.NO_TEAMS;
  }

  private boolean fits(long wait) {
    return new Capacity(criteria.teams(), criteria.teams().sizes())
        .fits(List.of(), 0, ticket, wait);
  }

  private Players players(int together) {
    return new Players(
        criteria.teams().fewest(moment.wait(ticket)).players(),
        criteria.teams().fewest(Long.MAX_VALUE).players(),
        count(meet),
        count(willMeet),
        together,
        pools.elsewhere(ticket),
        counted);
  }

  private int count(List<Waiting> tickets) {
    return ticket.size() + tickets.stream().mapToInt(Waiting::size).sum();
  }

  /** What the rules on roles miss if the ticket plays with some of these, after a wait. */
  private Optional<Lack> lack(List<Waiting> with, int needed, long wait) {
    List<Waiting> all = new ArrayList<>(with);
    all.add(ticket);
    int teams = criteria.teams().specs().size();
    for (HeadCount count : criteria.teams().counts()) {
      int present = count.of(all);
      double fewest = count.fewest().at(wait) * teams;
      double most = count.most().at(wait) * teams;
      if (present < fewest) {
        return Optional.of(lack(count, false, fewest, present));
      } else if (present > most && count(with) - present + most < needed) {
        return Optional.of(lack(count, true, most, present));
      }
    }
    return Optional.empty();
  }

  private static Lack lack(HeadCount count, boolean tooMany, double limit, int present) {
    return new Lack(
        count.rule().name(), count.rule().value(), tooMany, (int) Math.ceil(limit), present);
  }
}
