package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether tickets can be placed at all, before anybody looks for the best way to do so. */
final class Capacity {
  private static final int MAX_STEPS = 1_000;

  private final TeamRules rules;
  private final int[] free;
  private final int places;
  private int steps;

  /**
   * @param free places of each team
   */
  Capacity(TeamRules rules, int[] free) {
    this.rules = rules;
    this.free = free;
    int sum = 0;
    for (int count : free) {
      sum += count;
    }
    places = sum;
  }

  int places() {
    return places;
  }

  /**
   * Whether a ticket still fits with others that do: parties find a team that takes them whole, and
   * places remain for those whom each team needs.
   *
   * @param taken places that the others take
   * @param youngest the shortest wait of all of them, in milliseconds
   */
  boolean fits(List<Waiting> others, int taken, Waiting candidate, long youngest) {
    return packs(others, taken, candidate)
        && leavesRoom(others, candidate, places - taken - candidate.size(), youngest);
  }

  /** Whether a ticket still fits with others that do, as parties are never split. */
  boolean packs(List<Waiting> others, int taken, Waiting candidate) {
    return places - taken - candidate.size() >= 0
        && (isAllSingles(others, candidate) || packs(others, candidate));
  }

  private boolean leavesRoom(List<Waiting> others, Waiting candidate, int left, long youngest) {
    List<HeadCount> counts = rules.counts();
    for (int i = 0; i < counts.size(); i++) {
      HeadCount rule = counts.get(i);
      if (rule.of(others) + rule.of(candidate) > rule.most().at(youngest) * free.length
          || needed(rule.rule().attribute(), others, candidate, youngest) > left) {
        return false;
      }
    }
    return true;
  }

  /** How many players are still needed for what they are, by one attribute. */
  private double needed(String attribute, List<Waiting> others, Waiting candidate, long youngest) {
    double needed = 0;
    for (HeadCount rule : rules.counts()) {
      if (rule.rule().attribute().equals(attribute)) {
        double wanted = rule.fewest().at(youngest) * free.length;
        needed += Math.max(0, wanted - rule.of(others) - rule.of(candidate));
      }
    }
    return needed;
  }

  private static boolean isAllSingles(List<Waiting> others, Waiting candidate) {
    for (Waiting other : others) {
      if (other.size() > 1) {
        return false;
      }
    }
    return candidate.size() == 1;
  }

  private boolean packs(List<Waiting> others, Waiting candidate) {
    List<Integer> parties = new ArrayList<>();
    others.forEach(ticket -> parties.add(ticket.size()));
    parties.add(candidate.size());
    parties.removeIf(size -> size == 1);
    parties.sort(Comparator.reverseOrder());
    steps = 0;
    return packs(parties, 0, free.clone());
  }

  private boolean packs(List<Integer> parties, int next, int[] left) {
    if (next == parties.size()) {
      return true;
    }
    int size = parties.get(next);
    for (int team = 0; team < left.length && ++steps <= MAX_STEPS; team++) {
      if (left[team] >= size) {
        left[team] -= size;
        if (packs(parties, next + 1, left)) {
          return true;
        }
        left[team] += size;
      }
    }
    return false;
  }
}
