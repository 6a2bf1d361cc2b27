package dev.pairtrail.adapters.memory;

import java.util.Map;

/** A log and its groups as they were at one moment. Immutable. */
public final class Replica {
  private final Entries.Copy entries;
  private final Map<String, Deliveries.Copy> groups;

  Replica(Entries.Copy entries, Map<String, Deliveries.Copy> groups) {
    this.entries = entries;
    this.groups = Map.copyOf(groups);
  }

  Entries.Copy entries() {
    return entries;
  }

  Map<String, Deliveries.Copy> groups() {
    return groups;
  }
}
