package dev.pairtrail.adapters.http.request;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types that a client accepts, as its {@code Accept} fields say. */
public final class Accepted {
  private final List<Range> ranges;

  private Accepted(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** Reads the fields; without any, everything is accepted. */
  public static Accepted of(Collection<String> fields) {
    return new Accepted(
        fields.stream()
            .flatMap(field -> Arrays.stream(field.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Range::parse)
            .toList());
  }

  /**
   * The offer that the client likes best; among equals one that it names, then the first.
   *
   * @param offers media types
   * @return empty if it accepts none
   */
  public Optional<String> best(List<String> offers) {
    if (ranges.isEmpty()) {
      return Optional.of(offers.getFirst());
    }
    return offers.stream()
        .filter(offer -> quality(offer) > 0)
        .min(
            Comparator.comparingDouble((String offer) -> -quality(offer))
                .thenComparingInt(offer -> -specificity(offer)));
  }

  private double quality(String offer) {
    Range range = closest(offer);
    return range == null ? 0 : range.quality;
  }

  private int specificity(String offer) {
    Range range = closest(offer);
    return range == null ? 0 : range.specificity();
  }

  private @Nullable Range closest(String offer) {
    return ranges.stream()
        .filter(range -> range.covers(offer))
        .max(Comparator.comparingInt(Range::specificity))
        .orElse(null);
  }

  private record Range(String type, double quality) {
    static Range parse(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).split(";");
      double quality =
          Arrays.stream(parts)
              .map(String::strip)
              .filter(parameter -> parameter.startsWith("q="))
              .findFirst()
              .map(parameter -> quality(parameter.substring(2)))
              .orElse(1.0);
      return new Range(parts[0].strip(), quality);
    }

    /** What is no weight takes nothing from the range. */
    private static double quality(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 1;
      }
    }

    boolean covers(String offer) {
      return switch (specificity()) {
        case 0 -> true;
        case 1 -> offer.startsWith(type.substring(0, type.length() - 1));
        default -> offer.equals(type);
      };
    }

    int specificity() {
      if (type.equals("*/*") || type.equals("*")) {
        return 0;
      }
      return type.endsWith("/*") ? 1 : 2;
    }
  }
}
