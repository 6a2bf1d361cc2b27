package dev.pairtrail.domain.why;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.Span;
import java.util.List;
import java.util.Optional;

/**
 * The first rule that keeps two tickets apart at a moment. What is said of the one is about the
 * ticket that was asked for; limits are those of each at its own wait, infinite or 0 where it does
 * not insist on the rule.
 */
public sealed interface Refusal {
  /** Stands for the name of a rule where the attributes of the partition differ. */
  String PARTITION = "partition";

  /** The name of the rule, or {@link #PARTITION}. */
  String rule();

  /** What was measured, and what each of the two was held against. */
  default Figures figures() {
    return Figures.NONE;
  }

  /** An attribute of the partition differs; empty where a player does not say it. */
  record OtherPartition(String attribute, Optional<Attribute> one, Optional<Attribute> other)
      implements Refusal {
    @Override
    public String rule() {
      return PARTITION;
    }
  }

  /** One of them lacks what the rule compares, and the rule does not let that pass. */
  record Lacking(String rule, String attribute, TicketId who) implements Refusal {}

  /** They are further apart than a window. */
  record Apart(String rule, String attribute, double distance, double window, double otherWindow)
      implements Refusal {
    @Override
    public Figures figures() {
      return Figures.of(distance, window, otherWindow);
    }
  }

  /** The number of one of them lies outside what may be in any match. */
  record Outside(String rule, String attribute, TicketId who, double value, Span span)
      implements Refusal {
    @Override
    public Figures figures() {
      double limit = value < span.min() ? span.min() : span.max();
      return Figures.of(value, limit, Double.NaN);
    }
  }

  /** Their values differ, and at least one of them insists that they are the same. */
  record Different(
      String rule,
      String attribute,
      List<Attribute> values,
      List<Attribute> otherValues,
      boolean insists,
      boolean otherInsists)
      implements Refusal {
    public Different {
      values = List.copyOf(values);
      otherValues = List.copyOf(otherValues);
    }
  }

  /** The players of one party have different values, so that nobody has the same. */
  record Disagreeing(String rule, String attribute, TicketId who) implements Refusal {}

  /** They have too few values in common. */
  record TooLittleInCommon(
      String rule, String attribute, List<String> common, double needed, double otherNeeded)
      implements Refusal {
    public TooLittleInCommon {
      common = List.copyOf(common);
    }

    @Override
    public Figures figures() {
      return Figures.of(common.size(), needed, otherNeeded);
    }
  }

  /**
   * No region is near enough for both.
   *
   * @param region which comes nearest to it; empty if there is none that both know
   * @param latency of the one there, NaN without a region
   */
  record OutOfReach(
      String rule,
      Optional<String> region,
      double latency,
      double otherLatency,
      double limit,
      double otherLimit)
      implements Refusal {
    @Override
    public Figures figures() {
      return Figures.of(Math.max(latency, otherLatency), limit, otherLimit);
    }
  }

  /** Any two of them may meet, but not all together. */
  record NotTogether(String rule) implements Refusal {}
}
