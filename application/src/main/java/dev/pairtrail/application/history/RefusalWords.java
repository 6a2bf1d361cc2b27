package dev.pairtrail.application.history;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.why.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says in plain words what keeps two tickets apart.
 *
 * @param one the ticket that was asked for
 */
record RefusalWords(Named one, Named other, Instant now) {

  /** A clause without an end, such as {@code they are 250 apart in rating; …}. */
  String of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.OtherPartition(var attribute, var mine, var theirs) ->
          attribute
              + " is "
              + value(mine)
              + " for "
              + one
              + " and "
              + value(theirs)
              + " for "
              + other
              + ", and this queue keeps those apart";
      case Refusal.Lacking(_, var attribute, var who) ->
          name(who)
              + (attribute.equals("latency_ms")
                  ? " gave no latency to any region"
                  : " gave no " + attribute)
              + ", which the rule asks for";
      case Refusal.Apart apart -> apart(apart);
      case Refusal.Outside outside -> outside(outside);
      case Refusal.Different different -> different(different);
      case Refusal.Disagreeing(_, var attribute, var who) ->
          "the players of the party " + name(who) + " differ in " + attribute + " themselves";
      case Refusal.TooLittleInCommon few -> tooLittle(few);
      case Refusal.OutOfReach far -> outOfReach(far);
      case Refusal.NotTogether _ ->
          "it gets along with each of them, but not with all of them together";
    };
  }

  private String name(TicketId id) {
    return (id.equals(one.id()) ? one : other).toString();
  }

  /** Who and after which wait, as limits depend on it. */
  private String waiting(Named who) {
    return who + " (waited " + Words.time(who.waited(now)) + ")";
  }

  private String apart(Refusal.Apart apart) {
    return "they are "
        + Words.number(apart.distance())
        + " apart in "
        + apart.attribute()
        + "; "
        + waiting(one)
        + " accepts "
        + upTo(apart.window(), "")
        + ", "
        + waiting(other)
        + " "
        + upTo(apart.otherWindow(), "");
  }

  private static String upTo(double limit, String unit) {
    return Double.isInfinite(limit) ? "any" : "up to " + Words.number(limit) + unit;
  }

  private String outside(Refusal.Outside outside) {
    double min = outside.span().min();
    double max = outside.span().max();
    String span =
        Double.isInfinite(max)
            ? "at least " + Words.number(min)
            : Double.isInfinite(min)
                ? "at most " + Words.number(max)
                : "from " + Words.number(min) + " to " + Words.number(max);
    Named who = outside.who().equals(one.id()) ? one : other;
    return "the "
        + outside.attribute()
        + " of "
        + waiting(who)
        + " is "
        + Words.number(outside.value())
        + ", and must be "
        + span;
  }

  private String different(Refusal.Different different) {
    String who =
        different.insists() && different.otherInsists()
            ? "both insist"
            : waiting(different.insists() ? one : other) + " still insists";
    return different.attribute()
        + " is "
        + values(different.values())
        + " for "
        + one
        + " and "
        + values(different.otherValues())
        + " for "
        + other
        + ", and "
        + who
        + " that it be the same";
  }

  private String tooLittle(Refusal.TooLittleInCommon few) {
    String common =
        few.common().isEmpty()
            ? "they have no " + few.attribute() + " in common"
            : "of " + few.attribute() + " they have only " + Words.and(few.common()) + " in common";
    return one.id().equals(other.id())
        ? "the players of the party " + one + " share too few of " + few.attribute()
        : common
            + "; "
            + waiting(one)
            + " asks for "
            + atLeast(few.needed())
            + ", "
            + waiting(other)
            + " for "
            + atLeast(few.otherNeeded());
  }

  private static String atLeast(double needed) {
    return needed <= 0 ? "none" : "at least " + Words.number(needed);
  }

  private String outOfReach(Refusal.OutOfReach far) {
    if (far.region().isEmpty()) {
      return "there is no region to which both gave a latency";
    }
    return "no region is near enough for both; "
        + far.region().get()
        + " comes nearest: "
        + latency(one, far.latency(), far.limit())
        + ", "
        + latency(other, far.otherLatency(), far.otherLimit());
  }

  private String latency(Named who, double latency, double limit) {
    return Double.isNaN(latency)
        ? who + " gave no latency"
        : waiting(who) + " has " + Words.number(latency) + " ms and accepts " + upTo(limit, " ms");
  }

  private static String value(Optional<Attribute> value) {
    return value.map(RefusalWords::value).orElse("not given");
  }

  private static String values(List<Attribute> values) {
    return values.isEmpty() ? "not given" : Words.and(values.stream().map(v -> value(v)).toList());
  }

  static String value(Attribute value) {
    return switch (value) {
      case Attribute.Numeric(double number) -> Words.number(number);
      case Attribute.Text(String text) -> text;
      case Attribute.TextList(List<String> texts) ->
          texts.isEmpty() ? "none" : String.join("/", texts);
    };
  }
}
