package dev.pairtrail.adapters.redis;

/** Where an append must be before it counts as done. */
public sealed interface Durability {
  /** At the master. */
  Durability LOCAL = new Local();

  /** At the master; a failover may lose it. */
  record Local() implements Durability {}

  /**
   * At the master and at some of its replicas.
   *
   * @param replicas 1 to {@value #MOST_REPLICAS}
   */
  record Replicated(int replicas) implements Durability {
    public static final int MOST_REPLICAS = 9;

    public Replicated {
      if (replicas < 1 || replicas > MOST_REPLICAS) {
        throw new IllegalArgumentException("replicas are 1 to " + MOST_REPLICAS);
      }
    }
  }
}
