package dev.pairtrail.application.history;

import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.util.OptionalDouble;

/** Says in plain words what a rule measured in a match, and what it allowed. */
final class RuleWords {
  private RuleWords() {}

  static String of(RuleBasis basis, Rule rule) {
    return switch (rule) {
      case DistanceRule r ->
          basis.value().isPresent()
              ? "they were at most "
                  + number(basis.value(), "")
                  + " apart in "
                  + r.attribute()
                  + "; "
                  + allowed(basis)
              : nobodyHad(r.attribute());
      case EqualRule r ->
          basis.value().orElse(0) <= 1
              ? same(basis, r.attribute())
              : "there were "
                  + number(basis.value(), "")
                  + " different values of "
                  + r.attribute()
                  + "; nobody insisted any longer";
      case RangeRule r -> range(r, basis);
      case IntersectionRule r -> common(r, basis);
      case LatencyRule _ -> latency(basis);
      case TeamDifferenceRule r ->
          "the averages of "
              + r.attribute()
              + " of the teams differed by "
              + number(basis.value(), "an unknown number")
              + "; "
              + allowed(basis);
      case TeamSizeDifferenceRule _ ->
          "the teams differed by " + number(basis.value(), "0") + " in size; " + allowed(basis);
      case TeamCountRule _ -> "players of the kind " + basis.detail() + "; " + allowed(basis);
    };
  }

  private static String nobodyHad(String attribute) {
    return "nobody had " + attribute;
  }

  private static String same(RuleBasis basis, String attribute) {
    return basis.value().orElse(1) == 0 ? nobodyHad(attribute) : "all had the same " + attribute;
  }

  /** A lower limit is not among what is recorded. */
  private static String range(RangeRule rule, RuleBasis basis) {
    if (basis.detail().isEmpty()) {
      return nobodyHad(rule.attribute());
    }
    return basis.limit().isPresent()
        ? basis.detail() + "; at most " + number(basis.limit(), "") + " was allowed"
        : basis.detail();
  }

  private static String allowed(RuleBasis basis) {
    return basis.limit().isPresent()
        ? number(basis.limit(), "") + " was allowed"
        : "nobody insisted on a limit";
  }

  private static String common(IntersectionRule rule, RuleBasis basis) {
    if (basis.value().isEmpty()) {
      return nobodyHad(rule.attribute());
    }
    String needed =
        basis.limit().isPresent()
            ? "at least " + number(basis.limit(), "") + " was asked for"
            : "nobody insisted any longer";
    return "they had "
        + number(basis.value(), "0")
        + " of "
        + rule.attribute()
        + " in common"
        + (basis.detail().isEmpty() ? "" : " (" + basis.detail() + ")")
        + "; "
        + needed;
  }

  private static String latency(RuleBasis basis) {
    return basis.detail().isEmpty()
        ? "nobody gave a latency"
        : "all reach region "
            + basis.detail()
            + " in "
            + number(basis.value(), "an unknown number of")
            + " ms; "
            + (basis.limit().isPresent()
                ? number(basis.limit(), "") + " ms was allowed"
                : "nobody insisted on a limit");
  }

  private static String number(OptionalDouble value, String otherwise) {
    return value.isPresent() ? Words.number(value.getAsDouble()) : otherwise;
  }
}
