package dev.pairtrail.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SortedBlocksTest {
  private static final long SEED = 20261127;
  private static final int STEPS = 12_000;
  private static final Comparator<Integer> ORDER = Comparator.naturalOrder();

  static Stream<SortOrder<Integer>> orders() {
    return Stream.of(
        SortOrder.by(ORDER),
        SortOrder.by(number -> number, ORDER),
        SortOrder.by(number -> number / 100, ORDER));
  }

  /** Grows to thousands and shrinks again, so that blocks are split and put together. */
  @ParameterizedTest
  @MethodSource("orders")
  void isASortedSet(SortOrder<Integer> order) {
    SplittableRandom random = new SplittableRandom(SEED);
    SortedBlocks<Integer> blocks = new SortedBlocks<>(order);
    TreeSet<Integer> expected = new TreeSet<>();
    for (int step = 0; step < STEPS; step++) {
      Integer number = random.nextInt(-3_000, 3_000);
      boolean grows = random.nextInt(10) < (step < STEPS / 2 ? 8 : 2);
      if (grows) {
        assertThat(blocks.add(number)).isEqualTo(expected.add(number));
      } else if (random.nextInt(4) > 0 || expected.isEmpty()) {
        assertThat(blocks.remove(number)).isEqualTo(expected.remove(number) ? number : null);
      } else {
        assertThat(blocks.removeFirst()).isEqualTo(expected.pollFirst());
      }
      assertThat(blocks.size()).isEqualTo(expected.size());
      assertThat(blocks.at(number).after()).isEqualTo(expected.ceiling(number));
      assertThat(blocks.at(number).before()).isEqualTo(expected.lower(number));
    }
    assertThat(blocks).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aCursorGoesBothWays(SortOrder<Integer> order) {
    SortedBlocks<Integer> blocks = new SortedBlocks<>(order);
    for (int number = 0; number < 3_000; number++) {
      blocks.add(number);
    }
    SortedCursor<Integer> cursor = blocks.at(1_500);
    SortedCursor<Integer> back = cursor.copy();
    List<Integer> walked = new ArrayList<>();
    for (Integer next = cursor.after(); next != null; next = cursor.after()) {
      walked.add(next);
      cursor.forward();
    }
    for (Integer next = back.before(); next != null; next = back.before()) {
      walked.addFirst(next);
      back.back();
    }
    Iterator<Integer> all = blocks.iterator();
    assertThat(walked)
        .allSatisfy(number -> assertThat(number).isEqualTo(all.next()))
        .hasSize(3_000);
  }
}
