package dev.pairtrail.benchmarks.matcher;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best that exists for a small pool: the most matches, of these the least spread. */
final class Optimum {
  private final double[] ratings;
  private final int size;
  private final double window;
  private final @Nullable Best[] known;

  /** The most matches, and the sum of their spreads. */
  record Best(int matches, double spread) {
    static final Best NONE = new Best(0, 0);

    private boolean isBetterThan(Best other) {
      return matches != other.matches ? matches > other.matches : spread < other.spread;
    }
  }

  private Optimum(double[] ratings, int size, double window) {
    this.ratings = ratings;
    this.size = size;
    this.window = window;
    known = new @Nullable Best[1 << ratings.length];
  }

  static Best of(List<Arrival> pool, int size, double window) {
    double[] ratings =
        pool.stream()
            .sorted(Comparator.comparingDouble(Arrival::rating))
            .mapToDouble(Arrival::rating)
            .toArray();
    return new Optimum(ratings, size, window).best((1 << ratings.length) - 1);
  }

  /** Tries every group that the lowest of those left can be in, and leaving that one out. */
  private Best best(int left) {
    if (Integer.bitCount(left) < size) {
      return Best.NONE;
    }
    Best before = known[left];
    if (before != null) {
      return before;
    }
    int lowest = Integer.numberOfTrailingZeros(left);
    int rest = left & ~(1 << lowest);
    Best found = grouped(lowest, rest, lowest, size - 1, rest, best(rest));
    known[left] = found;
    return found;
  }

  private Best grouped(int first, int candidates, int last, int missing, int rest, Best so) {
    if (missing == 0) {
      Best others = best(rest);
      Best with = new Best(others.matches() + 1, others.spread() + ratings[last] - ratings[first]);
      return with.isBetterThan(so) ? with : so;
    }
    Best best = so;
    for (int next = last + 1; next < ratings.length; next++) {
      if ((candidates & (1 << next)) != 0 && ratings[next] - ratings[first] <= window) {
        best = grouped(first, candidates, next, missing - 1, rest & ~(1 << next), best);
      }
    }
    return best;
  }
}
