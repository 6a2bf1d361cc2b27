package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
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
    Json.array(out, "rules", rules.rules(), RuleJson::write);
    rules.acceptance().ifPresent(timeout -> acceptance(out, timeout));
    rules.ratings().ifPresent(ratings -> ratings(out, ratings));
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
    if (!team.expand().isEmpty()) {
      Json.array(out, "expand", team.expand(), RuleSetJson::step);
    }
    out.writeEndObject();
  }

  private static void step(JsonGenerator out, TeamSpec.Step step) {
    out.writeStartObject();
    out.writeStringProperty("after", DurationText.format(step.after()));
    out.writeNumberProperty("min_players", step.minPlayers());
    out.writeEndObject();
  }

  private static void acceptance(JsonGenerator out, Duration timeout) {
    out.writeObjectPropertyStart("acceptance");
    out.writeStringProperty("timeout", DurationText.format(timeout));
    out.writeEndObject();
  }

  private static void ratings(JsonGenerator out, RatingSpec ratings) {
    out.writeObjectPropertyStart("ratings");
    out.writeStringProperty("attribute", ratings.attribute());
    Json.number(out, "mean", ratings.mean());
    Json.number(out, "deviation", ratings.deviation());
    out.writeEndObject();
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
