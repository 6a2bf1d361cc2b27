package dev.pairtrail.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
  private static final long SEED = 20261127;

  @Test
  void readsWhatIsWrittenAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 10_000; i++) {
      long second = random.nextLong(-2_000_000_000L, 250_000_000_000L);
      int nano = random.nextInt(1_000_000_000);
      int precision = (int) Math.pow(10, random.nextInt(10));
      String text = Instant.ofEpochSecond(second, nano - nano % precision).toString();
      assertThat(InstantText.parse(text)).as("%s, seed %d", text, SEED).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00.1Z",
        "2026-01-05T10:00:00.12345678Z",
        "2026-01-05T10:00:00.123456789Z",
        "2026-01-05T12:00:00+02:00",
        "2024-02-29T23:59:59.999999999Z",
        "2026-01-05T24:00:00Z",
        "2026-01-05T10:00:00.Z",
        "+12026-01-05T10:00:00Z"
      })
  void readsEveryFormThatTheJdkKnows(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-01-05T25:00:00Z",
        "2026-01-05T10:60:00Z",
        "2026-01-05T10:00:61Z",
        "2026-01-05T10:00:00.1234567890Z",
        "2026-01-05T10:00:00",
        "2026/01/05T10:00:00Z",
        "2026-01-05T10:00Z",
        "２０２６-01-05T10:00:00Z"
      })
  void refusesWhatTheJdkRefuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
