package dev.pairtrail.domain;

import java.util.Map;

/**
 * A player as enqueued.
 *
 * @param id who
 * @param attributes by name, at most {@value #MAX_ATTRIBUTES}
 * @param latencyMs round-trip time in milliseconds by region, 0 to 60,000, at most {@value
 *     #MAX_REGIONS} regions
 */
public record Player(
    PlayerId id, Map<String, Attribute> attributes, Map<String, Integer> latencyMs) {
  public static final int MAX_ATTRIBUTES = 32;
  public static final int MAX_REGIONS = 64;
  private static final int MAX_NAME = 64;
  private static final int MAX_LATENCY_MS = 60_000;

  /**
   * @throws IllegalArgumentException if a limit is passed
   */
  public Player {
    requireNames("attributes", attributes, MAX_ATTRIBUTES);
    requireNames("latency_ms", latencyMs, MAX_REGIONS);
    latencyMs.forEach(Player::requireLatency);
    attributes = FewEntries.copyOf(attributes);
    latencyMs = FewEntries.copyOf(latencyMs);
  }

  /** A player without attributes. */
  public static Player of(PlayerId id) {
    return new Player(id, Map.of(), Map.of());
  }

  private static void requireNames(String what, Map<String, ?> map, int max) {
    if (map.size() > max) {
      throw new IllegalArgumentException(what + " has at most " + max + " keys, not " + map.size());
    }
    for (String name : map.keySet()) {
      if (name.isEmpty() || name.length() > MAX_NAME) {
        throw new IllegalArgumentException(
            "a key of " + what + " has 1 to " + MAX_NAME + " characters, not " + name.length());
      }
    }
  }

  private static void requireLatency(String region, int millis) {
    if (millis < 0 || millis > MAX_LATENCY_MS) {
      throw new IllegalArgumentException(
          "latency_ms of " + region + " must be 0 to " + MAX_LATENCY_MS + ", not " + millis);
    }
  }
}
