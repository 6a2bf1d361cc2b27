package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Population;
import dev.pairtrail.application.whatif.Population.Ratings;
import dev.pairtrail.domain.rules.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Players who are made up where no log is read. */
final class PopulationOptions {
  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
  private static final String SIGNED = "\\s*(-?\\d{1,9}(?:\\.\\d{1,9})?)\\s*";
  private static final Pattern RATE = Pattern.compile(NUMBER + "/(s|m|h)");
  private static final Pattern RATINGS =
      Pattern.compile("(normal|uniform)\\(" + SIGNED + "," + SIGNED + "\\)");

  @Option(
      names = "--arrivals",
      paramLabel = "N/s",
      description = "instead of a log: so many players come in a second (/m a minute, /h an hour)")
  private @Nullable String arrivals;

  @Option(
      names = "--ratings",
      paramLabel = "DISTRIBUTION",
      description =
          "of those players: normal(MEAN,DEVIATION) or uniform(FROM,TO)" + " (normal(1500,300))")
  private @Nullable String ratings;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "how long they come, such as 90s or 2h (10m)")
  private @Nullable String lasting;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the same seed gives the same players (1)")
  private @Nullable Long seed;

  /** For picocli. */
  PopulationOptions() {}

  /**
   * Empty if a log is to be read.
   *
   * @throws BadConfigurationException if it is none
   */
  Optional<Population> population() {
    if (arrivals == null) {
      requireAbsent("ratings", ratings);
      requireAbsent("for", lasting);
      requireAbsent("seed", seed);
      return Optional.empty();
    }
    double perSecond = rate(arrivals);
    Ratings drawn = ratings(ratings == null ? "normal(1500,300)" : ratings);
    Duration during = lasting(lasting == null ? "10m" : lasting);
    try {
      return Optional.of(new Population(perSecond, drawn, during, seed == null ? 1 : seed));
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException("arrivals, for: " + e.getMessage());
    }
  }

  private static void requireAbsent(String key, @Nullable Object value) {
    if (value != null) {
      throw new BadConfigurationException(key + " is for players who are made up: give arrivals");
    }
  }

  private static double rate(String text) {
    Matcher parts = RATE.matcher(text);
    if (!parts.matches()) {
      throw new BadConfigurationException(
          "arrivals takes a number for a second, minute or hour, such as 50/s, not " + text);
    }
    double number = Double.parseDouble(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> number;
      case "m" -> number / 60;
      default -> number / 3600;
    };
  }

  private static Ratings ratings(String text) {
    Matcher parts = RATINGS.matcher(text);
    if (parts.matches()) {
      double first = Double.parseDouble(parts.group(2));
      double second = Double.parseDouble(parts.group(3));
      if (parts.group(1).equals("normal") && second >= 0) {
        return new Population.Normal(first, second);
      }
      if (parts.group(1).equals("uniform") && first <= second) {
        return new Population.Uniform(first, second);
      }
    }
    throw new BadConfigurationException(
        "ratings takes normal(MEAN,DEVIATION) or uniform(FROM,TO), not " + text);
  }

  private static Duration lasting(String text) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException("for: " + e.getMessage());
    }
  }
}
