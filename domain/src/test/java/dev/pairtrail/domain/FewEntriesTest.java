package dev.pairtrail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A map of a few entries is as any other, and never changes. */
final class FewEntriesTest {
  private static final Map<String, Integer> GIVEN = new LinkedHashMap<>();

  static {
    GIVEN.put("c", 3);
    GIVEN.put("a", 1);
    GIVEN.put("b", 2);
  }

  private final FewEntries<String, Integer> few = FewEntries.copyOf(GIVEN);

  @Test
  void itHasTheEntriesInTheirOrder() {
    assertThat(few).isEqualTo(GIVEN).hasSameHashCodeAs(GIVEN);
    assertThat(few.keySet()).containsExactly("c", "a", "b");
    assertThat(few.values()).containsExactly(3, 1, 2);
    assertThat(few.get("a")).isEqualTo(1);
    assertThat(few.get("d")).isNull();
    assertThat(few.containsKey("b")).isTrue();
    assertThat(few.containsValue(4)).isFalse();
    assertThat(FewEntries.copyOf(few)).isSameAs(few);
    assertThat(FewEntries.copyOf(Map.of())).isEmpty();
  }

  @Test
  void anotherValueMakesAnotherMap() {
    assertThat(few.with("a", 7))
        .containsExactly(Map.entry("c", 3), Map.entry("a", 7), Map.entry("b", 2));
    assertThat(few).isEqualTo(GIVEN);
    assertThat(few.with("d", 4)).isSameAs(few);
  }

  @Test
  void nothingCanBeChanged() {
    assertThatThrownBy(() -> few.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> few.values().remove(1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> few.keySet().remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
