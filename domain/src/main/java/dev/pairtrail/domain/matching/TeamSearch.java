package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final Comparator<Share> LARGEST_FIRST =
      Comparator.comparingInt(Share::size).reversed();

  private static final Comparator<Share> LARGEST_AND_STRONGEST_FIRST =
      Comparator.comparingInt(Share::size).thenComparingDouble(Share::strength).reversed();

  private final TeamRules rules;
  private final @Nullable Level level;
  private final long youngest;
  private final List<List<Waiting>> there;
  private final Sides sides;
  private final Share[] order;
  private final boolean evens;

  /** For each depth the teams that are tried there, and the one that is being tried. */
  private final int[][] choices;

  private final int[] chosen;

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
    this(rules, List.of(), rules.sizes(), members, level, youngest);
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
    this(rules, there, places, coming, null, youngest);
  }

  private TeamSearch(
      TeamRules rules,
      List<List<Waiting>> there,
      int[] places,
      List<Waiting> joining,
      @Nullable Level level,
      long youngest) {
    this.rules = rules;
    this.level = level;
    this.youngest = youngest;
    this.there = there;
    sides = new Sides(rules, there, places, youngest);
    order = new Share[joining.size()];
    boolean anyCounts = false;
    for (int i = 0; i < order.length; i++) {
      order[i] = Share.of(joining.get(i), rules);
      anyCounts |= order[i].count() > 0;
    }
    evens = anyCounts;
    Arrays.sort(order, evens ? LARGEST_AND_STRONGEST_FIRST : LARGEST_FIRST);
    choices = new int[order.length][places.length];
    chosen = new int[order.length];
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
    if (next == order.length) {
      judge();
      return;
    }
    Share share = order[next];
    int[] teams = choices[next];
    int length = sides.mostFreeFirst(teams);
    for (int i = 0; i < length; i++) {
      int team = teams[i];
      if (sides.takes(team, share)) {
        chosen[next] = team;
        sides.put(team, share);
        place(next + 1);
        sides.take(team, share);
      }
    }
  }

  private void judge() {
    double difference = evens ? sides.difference() : 0;
    if (difference < best) {
      List<List<Waiting>> teams = teams();
      if (isAllowed(teams)) {
        best = difference;
        found = teams;
      }
    }
  }

  private List<List<Waiting>> teams() {
    List<List<Waiting>> teams = new ArrayList<>();
    for (int team = 0; team < rules.sizes().length; team++) {
      teams.add(new ArrayList<>(there.isEmpty() ? List.of() : there.get(team)));
    }
    for (int i = 0; i < order.length; i++) {
      teams.get(chosen[i]).add(order[i].ticket());
    }
    return teams;
  }

  private boolean isAllowed(List<List<Waiting>> teams) {
    return level == null
        ? rules.balance(teams, youngest)
        : sides.areLargeEnough(level) && rules.admit(teams, youngest);
  }

  /** Whether the teams are alike, so that only who is with whom matters. */
  static boolean areAlike(List<TeamSpec> specs) {
    return specs.stream().allMatch(specs.getFirst()::isLike);
  }
}
