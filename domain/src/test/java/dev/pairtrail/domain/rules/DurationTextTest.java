package dev.pairtrail.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0ms", "250ms", "1500ms", "1s", "10s", "90s", "2m", "90m", "12h", "36h", "30d"})
  void isWrittenAsItIsRead(String text) {
    assertThat(DurationText.format(DurationText.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1000ms,1s", "60s,1m", "120m,2h", "24h,1d", "0d,0ms", "010s,10s"})
  void isWrittenInTheLargestUnit(String read, String written) {
    assertThat(DurationText.format(DurationText.parse(read))).isEqualTo(written);
  }

  @Test
  void eachUnitIsWhatItSays() {
    assertThat(DurationText.parse("7ms")).isEqualTo(Duration.ofMillis(7));
    assertThat(DurationText.parse("7s")).isEqualTo(Duration.ofSeconds(7));
    assertThat(DurationText.parse("7m")).isEqualTo(Duration.ofMinutes(7));
    assertThat(DurationText.parse("7h")).isEqualTo(Duration.ofHours(7));
    assertThat(DurationText.parse("999999999d")).isEqualTo(Duration.ofDays(999_999_999));
  }

  @Test
  void partsOfAMillisecondAreDropped() {
    assertThat(DurationText.format(Duration.ofNanos(1_999_999))).isEqualTo("1ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "s", "10 s", "-1s", "+1s", "1.5s", "10S", "1w", "1m30s", "1000000000s"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessageContaining("such as 250ms or 10s");
  }
}
