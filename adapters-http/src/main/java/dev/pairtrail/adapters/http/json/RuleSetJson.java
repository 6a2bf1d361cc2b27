package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A rule set with the keys that it has in {@code pairtrail.yaml}. */
final class RuleSetJson {
  private RuleSetJson() {}

  static void write(JsonGenerator out, RuleSet rules) {
    out.writeStartObject();
    attributes(out, rules);
    Json.texts(out, "partition", rules.partition(), name -> name);
    Json.array(out, "teams", rules.teams(), RuleSetJson::team);
    Json.array(out, "rules", rules.rules(), RuleSetJson::rule);
    rules
        .ticketTimeout()
        .ifPresent(t -> out.writeStringProperty("ticket_timeout", DurationText.format(t)));
    out.writeStringProperty("join_timeout", DurationText.format(rules.joinTimeout()));
    out.writeStringProperty("start", lowerCase(rules.start()));
    out.writeEndObject();
  }

  private static void attributes(JsonGenerator out, RuleSet rules) {
    out.writeObjectPropertyStart("attributes");
    for (Map.Entry<String, AttributeSpec> attribute : rules.attributes().entrySet()) {
      out.writeObjectPropertyStart(attribute.getKey());
      out.writeStringProperty("type", lowerCase(attribute.getValue().type()));
      attribute
          .getValue()
          .defaultValue()
          .ifPresent(value -> {
            out.writeName("default");
            PlayerJson.value(out, value);
          });
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void team(JsonGenerator out, TeamSpec team) {
    out.writeStartObject();
    out.writeStringProperty("name", team.name());
    out.writeNumberProperty("min_players", team.minPlayers());
    out.writeNumberProperty("max_players", team.maxPlayers());
    out.writeEndObject();
  }

  private static void rule(JsonGenerator out, Rule rule) {
    out.writeStartObject();
    out.writeStringProperty("name", rule.name());
    switch (rule) {
      case DistanceRule distance -> distance(out, distance);
    }
    out.writeEndObject();
  }

  private static void distance(JsonGenerator out, DistanceRule rule) {
    out.writeStringProperty("type", "distance");
    out.writeStringProperty("attribute", rule.attribute());
    Json.number(out, "max", rule.max());
    out.writeStringProperty("party", lowerCase(rule.party()));
    Json.array(out, "expand", rule.expand(), RuleSetJson::step);
    out.writeStringProperty("missing", lowerCase(rule.missing()));
  }

  private static void step(JsonGenerator out, DistanceRule.Step step) {
    out.writeStartObject();
    out.writeStringProperty("after", DurationText.format(step.after()));
    Json.number(out, "max", step.max());
    out.writeEndObject();
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
