package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides tickets among teams, so that the averages are as even as can be had within a limit of
 * steps. Depth first, the largest parties and highest numbers first, each to the team with most
 * free places, of equal ones to the one that is behind: so the first division that is found is that
 * of a draft, and up to a dozen players all are tried.
 */
final class TeamSearch {
  private static final int MAX_STEPS = 2_000;

  private static final Comparator<Waiting> LARGEST_FIRST =
      Comparator.comparingInt(Waiting::size).reversed();

  private final TeamRules rules;
  private final @Nullable Level level;
  private final long youngest;
  private final List<Waiting> order;
  private final Sides sides;
  private final boolean evens;

  /** For each depth the teams that are tried there. */
  private final int[][] choices;

  private int steps;
  private double best = Double.POSITIVE_INFINITY;
  private @Nullable List<List<Waiting>> found;

  /**
   * Divides a whole match.
   *
   * @param members in the order in which they joined it
   * @param level how few players the teams may have
   * @param youngest the shortest wait of all, in milliseconds
   */
  TeamSearch(TeamRules rules, List<Waiting> members, Level level, long youngest) {
    this(rules, new Sides(rules), members, level, youngest);
  }

  /**
   * Divides those who come into a running game, which may go on with places open: then nothing is
   * asked of the teams' sizes.
   *
   * @param there who is in each team
   * @param places how many more each team takes
   */
  TeamSearch(
      TeamRules rules,
      List<List<Waiting>> there,
      int[] places,
      List<Waiting> coming,
      long youngest) {
    this(rules, new Sides(rules, there, places), coming, null, youngest);
  }

  private TeamSearch(
      TeamRules rules, Sides sides, List<Waiting> joining, @Nullable Level level, long youngest) {
    this.rules = rules;
    this.level = level;
    this.youngest = youngest;
    this.sides = sides;
    evens = anyCounts(joining);
    order = new ArrayList<>(joining);
    choices = new int[order.size()][rules.specs().size()];
    order.sort(
        evens
            ? Comparator.comparingInt(Waiting::size)
                .thenComparingDouble(sides::strengthOf)
                .reversed()
            : LARGEST_FIRST);
  }

  private boolean anyCounts(List<Waiting> tickets) {
    for (Waiting ticket : tickets) {
      if (sides.countOf(ticket) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The teams, in the order of the rule set; null if none was found that the rules allow. */
  @Nullable List<List<Waiting>> find() {
    place(0);
    return found;
  }

  private void place(int next) {
    if (++steps > MAX_STEPS || best == 0) {
      return;
    }
    if (next == order.size()) {
      judge();
      return;
    }
    Waiting ticket = order.get(next);
    int[] teams = choices[next];
    int length = sides.mostFreeFirst(teams);
    for (int i = 0; i < length; i++) {
      int team = teams[i];
      if (sides.takes(team, ticket, youngest)) {
        sides.put(team, ticket);
        place(next + 1);
        sides.take(team, ticket);
      }
    }
  }

  private void judge() {
    double difference = evens ? sides.difference() : 0;
    if (difference < best && isAllowed()) {
      best = difference;
      found = new ArrayList<>();
      for (List<Waiting> team : sides.teams()) {
        found.add(new ArrayList<>(team));
      }
    }
  }

  private boolean isAllowed() {
    return level == null
        ? rules.balance(sides.teams(), youngest)
        : sides.areLargeEnough(level, youngest) && rules.admit(sides.teams(), youngest);
  }

  /** Whether the teams are alike, so that only who is with whom matters. */
  static boolean areAlike(List<TeamSpec> specs) {
    return specs.stream().allMatch(specs.getFirst()::isLike);
  }
}
