package dev.pairtrail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @ParameterizedTest
  @ValueSource(strings = {"1795326928712-0", "0-0", "0-1", "9223372036854775807-12"})
  void isReadAsItIsWritten(String text) {
    assertThat(Position.parse(text)).hasToString(text);
  }

  @Test
  void theSequenceMayBeLeftOut() {
    assertThat(Position.parse("17")).isEqualTo(new Position(17, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1-", "-1", "-1-0", "1--1", "1-2-3", "a-1", "1-b", " 1-0", "1.5"})
  void whatIsNoPositionIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Position.parse(text));
  }

  @Test
  void aNumberThatIsTooLargeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Position.parse("9223372036854775808-0"));
  }

  @Test
  void positionsAreOrderedAsNumbers() {
    assertThat(Position.parse("9-0")).isLessThan(Position.parse("10-0"));
    assertThat(Position.parse("5-9")).isLessThan(Position.parse("5-10"));
    assertThat(Position.parse("5-10").isAfter(Position.parse("5-9"))).isTrue();
    assertThat(Position.START.isAfter(Position.START)).isFalse();
  }

  @Test
  void theLaterOfTwo() {
    Position one = new Position(1, 0);
    Position two = new Position(2, 0);
    assertThat(Position.later(one, two)).isEqualTo(two);
    assertThat(Position.later(two, one)).isEqualTo(two);
  }

  @Test
  void itHasTheTimeOfTheStore() {
    assertThat(Position.parse("1795326928712-3").time())
        .isEqualTo(Instant.parse("2026-11-22T05:55:28.712Z"));
  }
}
