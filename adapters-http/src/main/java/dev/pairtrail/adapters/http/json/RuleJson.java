package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** A rule with the keys that it has in {@code pairtrail.yaml}. */
final class RuleJson {
  private RuleJson() {}

  static void write(JsonGenerator out, Rule rule) {
    out.writeStartObject();
    out.writeStringProperty("name", rule.name());
    switch (rule) {
      case EqualRule r -> type(out, "equal", r);
      case DistanceRule r -> {
        type(out, "distance", r);
        limit(out, r.limit(), (to, max) -> Json.number(to, "max", max), r.party());
      }
      case RangeRule r -> {
        type(out, "range", r);
        limit(out, r.limit(), RuleJson::span, r.party());
      }
      case IntersectionRule r -> {
        type(out, "intersection", r);
        limit(out, r.limit(), (to, min) -> to.writeNumberProperty("min", min));
      }
      case LatencyRule r -> {
        type(out, "latency", r);
        limit(out, r.limit(), (to, max) -> to.writeNumberProperty("max_ms", max));
      }
      case TeamDifferenceRule r -> {
        type(out, "team_difference", r);
        limit(out, r.limit(), (to, max) -> Json.number(to, "max", max));
      }
      case TeamSizeDifferenceRule r -> {
        type(out, "team_size_difference", r);
        limit(out, r.limit(), (to, max) -> to.writeNumberProperty("max", max));
      }
      case TeamCountRule r -> {
        type(out, "team_count", r);
        out.writeStringProperty("value", r.value());
        limit(out, r.limit(), RuleJson::span);
      }
    }
    end(out, rule);
    out.writeEndObject();
  }

  private static void type(JsonGenerator out, String type, Rule rule) {
    out.writeStringProperty("type", type);
    rule.compared().ifPresent(attribute -> out.writeStringProperty("attribute", attribute));
  }

  private static <L> void limit(
      JsonGenerator out, Limit<L> limit, BiConsumer<JsonGenerator, L> keys) {
    keys.accept(out, limit.first());
    expand(out, limit, keys);
  }

  private static <L> void limit(
      JsonGenerator out, Limit<L> limit, BiConsumer<JsonGenerator, L> keys, Party party) {
    keys.accept(out, limit.first());
    out.writeStringProperty("party", RuleSetJson.lowerCase(party));
    expand(out, limit, keys);
  }

  private static <L> void expand(
      JsonGenerator out, Limit<L> limit, BiConsumer<JsonGenerator, L> keys) {
    Json.array(
        out,
        "expand",
        limit.expand(),
        (to, step) -> {
          to.writeStartObject();
          to.writeStringProperty("after", DurationText.format(step.after()));
          keys.accept(to, step.limit());
          to.writeEndObject();
        });
  }

  /** An open end is left out. */
  private static void span(JsonGenerator out, Span span) {
    if (!Double.isInfinite(span.min())) {
      Json.number(out, "min", span.min());
    }
    if (!Double.isInfinite(span.max())) {
      Json.number(out, "max", span.max());
    }
  }

  /** Rules on what no player must have say nothing of missing. */
  private static void end(JsonGenerator out, Rule rule) {
    rule.limit()
        .optionalAfter()
        .ifPresent(after -> out.writeStringProperty("optional_after", DurationText.format(after)));
    switch (rule) {
      case TeamSizeDifferenceRule _, TeamCountRule _ -> {}
      case EqualRule _,
          DistanceRule _,
          RangeRule _,
          IntersectionRule _,
          LatencyRule _,
          TeamDifferenceRule _ ->
          out.writeStringProperty("missing", RuleSetJson.lowerCase(rule.missing()));
    }
  }
}
