package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.faults.audit.Invariant;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An audit that finds nothing is worth nothing unless it finds what was planted. */
final class PlantedBugsTest {
  private static final int SEEDS = 600;

  @ParameterizedTest
  @EnumSource
  void theAuditorFindsIt(PlantedBug bug) {
    assertThat(
            LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> Simulation.run(seed, bug.plant(), false))
                .filter(report -> shows(report, bug.breaks()))
                .findFirst())
        .as("%s breaks %s within %d seeds", bug, bug.breaks(), SEEDS)
        .isPresent();
  }

  private static boolean shows(Simulation.Report report, Invariant broken) {
    return report.violations().stream().anyMatch(violation -> violation.invariant() == broken);
  }
}
