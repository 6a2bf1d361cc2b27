package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Durability;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code local} and {@code replicated(n)}. */
final class DurabilityReader {
  private static final Pattern REPLICATED = Pattern.compile("replicated\\(([1-9])\\)");

  private DurabilityReader() {}

  /** Local unless it says otherwise; what is neither is a problem. */
  static Durability read(Optional<String> text, List<String> problems) {
    String given = text.orElse("local");
    Matcher replicated = REPLICATED.matcher(given);
    if (replicated.matches()) {
      return new Durability.Replicated(Integer.parseInt(replicated.group(1)));
    }
    if (!given.equals("local")) {
      problems.add("durability: takes local or replicated(n) with n from 1 to 9, not " + given);
    }
    return Durability.LOCAL;
  }
}
