package dev.pairtrail.benchmarks.matcher;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What {@link ArrivalBenchmark} is held against: one step of a bare index in a {@link TreeMap}. A
 * number comes, its neighbour is looked up, and another one goes.
 */
public class TreeMapBenchmark extends ManyWaiting {
  private final SplittableRandom random = new SplittableRandom(7);
  private final TreeMap<Key, Integer> index = new TreeMap<>(Key.ORDER);
  private Key[] keys = {};
  private int number;

  private record Key(double rating, int number) {
    static final Comparator<Key> ORDER =
        Comparator.comparingDouble(Key::rating).thenComparingInt(Key::number);
  }

  @Setup
  public void fill() {
    index.clear();
    keys = new Key[waiting];
    for (int i = 0; i < waiting; i++) {
      keys[i] = next();
      index.put(keys[i], i);
    }
  }

  private Key next() {
    return new Key(random.nextDouble(), number++);
  }

  @Benchmark
  public @Nullable Object step() {
    Key comes = next();
    index.put(comes, number);
    Key neighbour = index.higherKey(comes);
    int goes = random.nextInt(waiting);
    index.remove(keys[goes]);
    keys[goes] = comes;
    return neighbour;
  }
}
