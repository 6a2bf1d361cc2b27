package dev.pairtrail.domain.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One matching pass: a pure function of the waiting tickets, the rules and the moment.
 *
 * <p>First running games get players for their open places. Then the ticket that waited longest
 * seeds; {@link Gathering} looks for its match. Only seeds around a change since the last complete
 * pass are tried, with the result of trying all: a seed with the same candidates as before has the
 * same outcome as before, and whoever a match of this pass takes away makes seeds of those it could
 * have met.
 */
public final class Pass {
  private final WaitingPools pools;
  private final Criteria criteria;
  private final Moment moment;
  private final List<Waiting> expired;
  private final Map<Partition, Supply> supplies = new HashMap<>();
  private final List<Filling> fillings = new ArrayList<>();
  private final List<Proposal> proposals = new ArrayList<>();
  private final Candidates candidates;

  private Pass(WaitingPools pools, Instant now, int limit) {
    this.pools = pools;
    criteria = pools.criteria();
    moment = new Moment(now);
    expired = pools.expired(now).limit(limit).toList();
    candidates = pools.hasPassed() ? new AllWaiting(pools, moment) : new Remaining(pools, moment);
    candidates.take(expired);
  }

  /**
   * What a pass found.
   *
   * @param expired tickets that waited too long
   * @param fillings who comes into running games
   * @param proposals the new matches, in the order they were found
   */
  public record Result(List<Waiting> expired, List<Filling> fillings, List<Proposal> proposals) {}

  /**
   * Runs a pass. If it finds fewer than the limit there is nothing more to find.
   *
   * @param vacancies the running games with open places, which ask the longest first
   * @param limit most expiries, fillings and matches together
   */
  public static Result run(WaitingPools pools, List<Vacancy> vacancies, Instant now, int limit) {
    Pass pass = new Pass(pools, now, limit);
    pass.fillGames(vacancies, limit - pass.expired.size());
    int matches = limit - pass.expired.size() - pass.fillings.size();
    if (pools.hasPassed()) {
      pass.tryAroundChanges(matches);
    } else {
      pass.tryAll(matches);
    }
    return new Result(pass.expired, pass.fillings, pass.proposals);
  }

  /** Running games come before new ones. */
  private void fillGames(List<Vacancy> vacancies, int limit) {
    for (Vacancy vacancy : vacancies) {
      if (fillings.size() < limit) {
        OpenGame game = new OpenGame(vacancy, criteria);
        Filling filling = game.fill(pools.around(game.middle(), moment), candidates::has, moment);
        if (filling != null) {
          fillings.add(filling);
          candidates.take(tickets(filling.proposal()));
        }
      }
    }
  }

  private static List<Waiting> tickets(Proposal proposal) {
    return proposal.members().stream().map(Proposal.Member::ticket).toList();
  }

  private void tryAll(int matches) {
    Iterator<Waiting> seeds = pools.stream().iterator();
    while (proposals.size() < matches && seeds.hasNext()) {
      var _ = tryAsSeed(seeds.next());
    }
  }

  private void tryAroundChanges(int matches) {
    SortedBlocks<Waiting> seeds = new SortedBlocks<>(Waiting.WAIT_ORDER);
    pools.changedUntil(moment.now()).forEach(ticket -> addAround(ticket, seeds));
    if (criteria.departureMayHelp()) {
      expired.forEach(ticket -> addAround(ticket, seeds));
      fillings.forEach(
          filling -> tickets(filling.proposal()).forEach(ticket -> addAround(ticket, seeds)));
    }
    while (proposals.size() < matches && !seeds.isEmpty()) {
      Waiting seed = seeds.removeFirst();
      List<Waiting> matched = tryAsSeed(seed);
      if (criteria.departureMayHelp()) {
        matched.forEach(member -> addAfter(seed, member, seeds));
      }
    }
  }

  /** Whoever may meet a ticket that came or went may have another outcome, and itself too. */
  private void addAround(Waiting ticket, SortedBlocks<Waiting> seeds) {
    List<Waiting> alone = List.of(ticket);
    Iterator<Waiting> near = pools.around(ticket, moment);
    while (near.hasNext()) {
      Waiting other = near.next();
      if (other.equals(ticket) || criteria.admit(alone, other, moment)) {
        var _ = seeds.add(other);
      }
    }
  }

  /** As the seeds come in their order, one before has had its turn. */
  private void addAfter(Waiting seed, Waiting gone, SortedBlocks<Waiting> seeds) {
    List<Waiting> alone = List.of(gone);
    Iterator<Waiting> near = pools.around(gone, moment);
    while (near.hasNext()) {
      Waiting other = near.next();
      if (Waiting.BY_WAIT.compare(other, seed) > 0
          && candidates.has(other)
          && criteria.admit(alone, other, moment)) {
        var _ = seeds.add(other);
      }
    }
  }

  /** The members of the match that it seeds; none if there is none. */
  private List<Waiting> tryAsSeed(Waiting seed) {
    if (!candidates.has(seed) || !criteria.admit(List.of(), seed, moment) || !maySuffice(seed)) {
      return List.of();
    }
    Lineup found = criteria.isDuel() ? duel(seed) : gather(seed);
    if (found == null) {
      return List.of();
    }
    proposals.add(found.proposal(criteria, moment));
    candidates.take(found.members());
    if (isCounted()) {
      found.members().forEach(supply(seed)::remove);
    }
    return found.members();
  }

  /** Who was taken before the first seed still counts, which at worst costs a try. */
  private boolean maySuffice(Waiting seed) {
    long wait = moment.wait(seed);
    TeamRules teams = criteria.teams();
    return !isCounted()
        || supply(seed).maySuffice(teams.fewest(wait).players(), teams.specs().size(), wait);
  }

  private boolean isCounted() {
    return !criteria.teams().counts().isEmpty();
  }

  private Supply supply(Waiting seed) {
    return supplies.computeIfAbsent(seed.partition(), partition -> pools.supply(partition).copy());
  }

  /**
   * The nearest it may meet, as there are no teams to divide; old rules may have let parties in.
   */
  private @Nullable Lineup duel(Waiting seed) {
    if (seed.size() > 1) {
      return null;
    }
    List<Waiting> alone = List.of(seed);
    Iterator<Waiting> near = candidates.around(seed);
    while (near.hasNext()) {
      Waiting other = near.next();
      if (other.size() == 1 && !other.equals(seed) && criteria.admit(alone, other, moment)) {
        return new Lineup(List.of(seed, other), List.of(alone, List.of(other)));
      }
    }
    return null;
  }

  private @Nullable Lineup gather(Waiting seed) {
    List<Waiting> alone = List.of(seed);
    Roster roster =
        new Roster(
            candidates.around(seed),
            other -> !other.equals(seed) && criteria.admit(alone, other, moment));
    return new Gathering(criteria, moment, roster, seed).find();
  }
}
