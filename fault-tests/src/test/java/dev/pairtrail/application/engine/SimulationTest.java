package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.engine.Simulation.Report;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of runs of whole clusters, each by one seed; {@code -Dseeds=100000} for more of them,
 * {@code -Dseed=123} for one.
 */
final class SimulationTest {
  private static final int FEW = 3;

  @Test
  void everySeedKeepsEveryPromise() {
    String one = System.getProperty("pairtrail.seed", "");
    LongStream seeds = one.isEmpty() ? all() : LongStream.of(Long.parseLong(one));
    assertThat(
            seeds
                .mapToObj(seed -> Simulation.run(seed, Plant.NONE))
                .filter(report -> !report.violations().isEmpty())
                .limit(FEW))
        .isEmpty();
  }

  private static LongStream all() {
    return LongStream.range(0, Integer.getInteger("pairtrail.seeds", 1_000))
        .map(i -> Long.getLong("pairtrail.firstSeed", 1) + i);
  }

  @Test
  void aSeedGivesTheSameRunAgain() {
    assertThat(LongStream.range(1, 50))
        .allSatisfy(seed ->
            assertThat(Simulation.run(seed, Plant.NONE, true))
                .isEqualTo(Simulation.run(seed, Plant.NONE, true)));
  }

  /** An audit of nothing finds nothing. */
  @Test
  void theRunsAreWorthTheirWhile() {
    var reports =
        LongStream.range(1, 200).mapToObj(seed -> Simulation.run(seed, Plant.NONE)).toList();
    assertThat(reports.stream().mapToInt(Report::entries).average().orElse(0)).isGreaterThan(30);
    assertThat(reports.stream().mapToInt(Report::told).average().orElse(0)).isGreaterThan(30);
    assertThat(reports.stream().mapToInt(Report::lost).sum()).isGreaterThan(50);
  }
}
