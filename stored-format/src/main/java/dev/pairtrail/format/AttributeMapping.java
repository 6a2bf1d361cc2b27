package dev.pairtrail.format;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between players with their attributes and plain JSON values. */
final class AttributeMapping {
  private static final double EXACT = 1L << 53;

  private AttributeMapping() {}

  static Object stored(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Numeric(double value) -> number(value);
      case Attribute.Text(String value) -> value;
      case Attribute.TextList(List<String> values) -> values;
    };
  }

  /** A whole number is written without a fraction. */
  static Number number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT;
    return whole ? (Number) (long) value : (Number) value;
  }

  /** Nothing where there are no attributes, so that the key is left out. */
  static @Nullable Map<String, Object> stored(Map<String, Attribute> attributes) {
    if (attributes.isEmpty()) {
      return null;
    }
    Map<String, Object> stored = new LinkedHashMap<>();
    attributes.forEach((name, value) -> stored.put(name, stored(value)));
    return stored;
  }

  static Attribute domain(Object stored) {
    return switch (stored) {
      case Number number -> new Attribute.Numeric(number.doubleValue());
      case String text -> new Attribute.Text(text);
      case List<?> list -> new Attribute.TextList(list.stream().map(String.class::cast).toList());
      default ->
          throw new IllegalArgumentException(
              "an attribute is a number, a string or a list of strings");
    };
  }

  static Player player(
      String id,
      @Nullable Map<String, Object> attributes,
      @Nullable Map<String, Integer> latencyMs) {
    Map<String, Attribute> converted = new LinkedHashMap<>();
    if (attributes != null) {
      attributes.forEach((name, value) -> converted.put(name, domain(value)));
    }
    return new Player(new PlayerId(id), converted, latencyMs == null ? Map.of() : latencyMs);
  }
}
