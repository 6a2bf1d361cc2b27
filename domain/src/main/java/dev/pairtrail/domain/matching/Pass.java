package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * One matching pass: a pure function of the waiting tickets, the rules and the moment.
 *
 * <p>The ticket that waited longest seeds; the nearest tickets join, each allowed with all before
 * it (mutual windows), until the teams are full; ties by wait, then by id. Only seeds around a
 * change since the last complete pass are tried, with the result of trying all: a seed with the
 * same candidates as before has the same outcome as before, and whoever a match of this pass takes
 * away makes seeds of those it could have met.
 */
public final class Pass {
  private final RuleSet rules;
  private final WaitingPools pools;
  private final Windows windows;
  private final NavigableSet<Waiting> seeds;
  private final List<Waiting> expired;
  private final Set<Waiting> taken;
  private final List<Proposal> proposals = new ArrayList<>();

  private Pass(RuleSet rules, WaitingPools pools, Instant now, int limit) {
    this.rules = rules;
    this.pools = pools;
    windows = new Windows(rules.distance(), now);
    expired = pools.expired(rules, now).limit(limit).toList();
    taken = new HashSet<>(expired);
    seeds = pools.seeds(rules, windows, expired);
  }

  /**
   * What a pass found.
   *
   * @param expired tickets that waited too long
   * @param proposals the matches, in the order they were found
   */
  public record Result(List<Waiting> expired, List<Proposal> proposals) {}

  /**
   * Runs a pass. If it finds fewer than the limit there is nothing more to find.
   *
   * @param limit most expiries and matches together
   */
  public static Result run(RuleSet rules, WaitingPools pools, Instant now, int limit) {
    Pass pass = new Pass(rules, pools, now, limit);
    int matches = limit - pass.expired.size();
    while (pass.proposals.size() < matches && !pass.seeds.isEmpty()) {
      pass.trySeed(pass.seeds.removeFirst());
    }
    return new Result(pass.expired, pass.proposals);
  }

  private void trySeed(Waiting seed) {
    if (taken.contains(seed)) {
      return;
    }
    TeamFill fill = gather(seed);
    if (fill.isFull()) {
      proposals.add(proposal(fill));
      taken.addAll(fill.inOrder());
      fill.inOrder().forEach(member -> reviveSeeds(member, seed));
    }
  }

  private TeamFill gather(Waiting seed) {
    TeamFill fill = new TeamFill(rules.teams());
    if (!fill.add(seed)) {
      return fill; // A party from before the rules had teams as small as this.
    }
    for (Waiting candidate : pools.around(seed, windows)) {
      if (fill.isFull()) {
        break;
      }
      if (isFree(candidate, seed) && admittedByAll(fill.inOrder(), candidate)) {
        fill.add(candidate);
      }
    }
    return fill;
  }

  private boolean isFree(Waiting candidate, Waiting seed) {
    return !candidate.equals(seed) && !taken.contains(candidate);
  }

  private boolean admittedByAll(List<Waiting> group, Waiting candidate) {
    for (Waiting member : group) {
      if (!windows.admit(member, candidate)) {
        return false;
      }
    }
    return true;
  }

  /** Only a match of more than two tickets can succeed because another ticket is gone. */
  private void reviveSeeds(Waiting gone, Waiting after) {
    if (rules.matchSize() > 2) {
      for (Waiting neighbour : pools.around(gone, windows)) {
        if (Waiting.BY_WAIT.compare(neighbour, after) > 0) {
          seeds.add(neighbour);
        }
      }
    }
  }

  private Proposal proposal(TeamFill fill) {
    List<Proposal.Member> members =
        fill.inOrder().stream()
            .map(t -> new Proposal.Member(t, t.wait(windows.now()), windows.recorded(t)))
            .toList();
    return new Proposal(fill.sides(), members, windows.quality(fill.inOrder()));
  }
}
