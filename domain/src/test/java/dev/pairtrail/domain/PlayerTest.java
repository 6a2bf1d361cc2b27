package dev.pairtrail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a player may bring along. */
class PlayerTest {
  private static final PlayerId ANN = new PlayerId("ann");
  private static final Attribute ONE = new Attribute.Numeric(1);

  @Test
  void attributesKeepTheirOrderAndAreCopied() {
    Map<String, Attribute> given = new LinkedHashMap<>();
    given.put("z", ONE);
    given.put("a", ONE);
    Player player = new Player(ANN, given, Map.of());
    given.clear();
    assertThat(player.attributes().keySet()).containsExactly("z", "a");
  }

  @Test
  void aNameHas1To64Characters() {
    refuses(Map.of("", ONE), Map.of());
    refuses(Map.of("x".repeat(65), ONE), Map.of());
    refuses(Map.of(), Map.of("", 1));
  }

  @Test
  void thereAreAtMost32AttributesAnd64Regions() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    Map<String, Integer> regions = new LinkedHashMap<>();
    for (int i = 0; i <= Player.MAX_REGIONS; i++) {
      regions.put("region" + i, 1);
    }
    for (int i = 0; i <= Player.MAX_ATTRIBUTES; i++) {
      attributes.put("attribute" + i, ONE);
    }
    refuses(attributes, Map.of());
    refuses(Map.of(), regions);
  }

  @Test
  void aLatencyIsFrom0To60Seconds() {
    refuses(Map.of(), Map.of("eu", -1));
    refuses(Map.of(), Map.of("eu", 60_001));
    assertThat(new Player(ANN, Map.of(), Map.of("eu", 60_000)).latencyMs()).containsKey("eu");
  }

  @Test
  void aNumberIsFiniteAndHasOneZero() {
    assertThat(new Attribute.Numeric(-0.0)).isEqualTo(new Attribute.Numeric(0.0));
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Attribute.Numeric(value));
    }
  }

  @Test
  void textsAndListsHaveLimits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Attribute.Text("x".repeat(257)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attribute.TextList(Collections.nCopies(65, "x")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attribute.TextList(Collections.nCopies(1, "x".repeat(257))));
  }

  private static void refuses(Map<String, Attribute> attributes, Map<String, Integer> latencies) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Player(ANN, attributes, latencies));
  }
}
