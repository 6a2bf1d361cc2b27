package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * There is a region that all players of a match reach in time.
 *
 * @param limit the longest round trip in milliseconds, 0 or more
 * @param missing what becomes of a player without latencies
 */
public record LatencyRule(String name, Limit<Integer> limit, Missing missing) implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.empty();
  }
}
