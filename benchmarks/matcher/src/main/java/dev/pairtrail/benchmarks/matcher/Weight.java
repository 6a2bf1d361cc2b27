package dev.pairtrail.benchmarks.matcher;

/** Prints what a waiting ticket of one player with two attributes weighs, all indexes counted. */
public final class Weight {
  private static final int TICKETS = 1_000_000;

  private Weight() {}

  public static void main(String[] arguments) throws InterruptedException {
    long before = used();
    Population population = new Population(BenchRules.within100(1));
    population.arrive(TICKETS, 1500, 300);
    long after = used();
    System.out.printf(
        "%d waiting tickets: %d bytes of heap each%n",
        population.state.depth(), (after - before) / TICKETS);
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
