package dev.pairtrail.bootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of rules as files name them, each with the keys that it takes beside its name. */
enum RuleKeys {
  EQUAL("attribute", "missing"),
  DISTANCE("attribute", "max", "party", "expand", "missing"),
  RANGE("attribute", "min", "max", "party", "expand", "missing"),
  INTERSECTION("attribute", "min", "expand", "missing"),
  LATENCY("max_ms", "expand", "missing"),
  TEAM_DIFFERENCE("attribute", "max", "expand", "missing"),
  TEAM_SIZE_DIFFERENCE("max", "expand"),
  TEAM_COUNT("attribute", "value", "min", "max", "expand");

  /** What every rule takes. */
  private static final String END = "optional_after";

  private static final String SEPARATOR = ", ";

  private final String keys;

  RuleKeys(String... keys) {
    this.keys = String.join(SEPARATOR, keys);
  }

  /**
   * The type of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static RuleKeys named(String text) {
    return Arrays.stream(values())
        .filter(type -> type.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("takes " + all() + ", not " + text));
  }

  private static String all() {
    return Arrays.stream(values()).map(RuleKeys::text).collect(Collectors.joining(SEPARATOR));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean takes(String key) {
    return List.of(keys.split(SEPARATOR)).contains(key);
  }

  /** Notes each key that is given and that this type does not take. */
  void check(FilePlace at, Map<String, Optional<?>> given) {
    given.forEach((key, value) -> {
      if (value.isPresent() && !takes(key)) {
        at.below(key)
            .report(
                "is no key of a rule of type "
                    + text()
                    + ", which takes "
                    + keys
                    + SEPARATOR
                    + END);
      }
    });
  }
}
