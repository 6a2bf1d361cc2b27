package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Axes end at the first round step that reaches what they show. */
final class ScaleTest {
  @Test
  void numbersGoInRoundSteps() {
    assertThat(Scale.upTo(31, 5)).isEqualTo(new Scale(10, 4));
    assertThat(Scale.upTo(0.4, 5)).isEqualTo(new Scale(0.1, 4));
    assertThat(Scale.upTo(0, 5)).isEqualTo(new Scale(1, 1));
  }

  @Test
  void timesGoInStepsOfAClock() {
    assertThat(ofMinutes(10)).isEqualTo(new Scale(120_000, 5));
    assertThat(ofMinutes(61)).isEqualTo(new Scale(900_000, 5));
    assertThat(ofMinutes(60 * 24)).isEqualTo(new Scale(21_600_000, 4));
    assertThat(Scale.ofMillis(11_200, 5)).isEqualTo(new Scale(5_000, 3));
    assertThat(Scale.ofMillis(400, 5)).isEqualTo(new Scale(100, 4));
    assertThat(ofMinutes(60 * 24 * 1_000).marks()).hasSize(6);
  }

  private static Scale ofMinutes(int minutes) {
    return Scale.ofMillis(60_000.0 * minutes, 5);
  }
}
