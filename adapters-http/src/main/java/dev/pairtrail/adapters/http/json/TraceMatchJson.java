package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.history.Trace;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.why.PassedOver;
import tools.jackson.core.JsonGenerator;

/** Why a ticket is in a match, and others are not. */
final class TraceMatchJson {
  private TraceMatchJson() {}

  static void write(JsonGenerator out, Trace.Match match) {
    out.writeStartObject();
    out.writeStringProperty("position", match.decision().position().toString());
    out.writeStringProperty("timestamp", match.decision().event().timestamp().toString());
    out.writeStringProperty("type", EventType.of(match.decision()).text());
    out.writeStringProperty("room_id", match.room().value());
    Json.array(out, "teams", match.teams(), MatchJson::team);
    match.basis().ifPresent(basis -> basis(out, basis));
    if (!match.members().isEmpty()) {
      Json.array(out, "tickets", match.members(), TraceMatchJson::member);
      Json.array(out, "rules", match.rules(), TraceMatchJson::rule);
      Json.array(out, "not_taken", match.notTaken(), TraceMatchJson::notTaken);
    }
    out.writeStringProperty("text", match.text());
    out.writeEndObject();
  }

  private static void basis(JsonGenerator out, MatchBasis basis) {
    out.writeNumberProperty("rules_version", basis.rulesVersion());
    out.writeStringProperty("decided_after", basis.decidedAfter().toString());
    Json.number(out, "quality", basis.quality());
  }

  private static void member(JsonGenerator out, Trace.Member member) {
    out.writeStartObject();
    out.writeStringProperty("ticket_id", member.basis().ticketId().value());
    Json.texts(out, "player_ids", member.players(), PlayerId::value);
    out.writeNumberProperty("waited_ms", member.basis().waited().toMillis());
    TraceJson.number(out, "window", member.basis().window());
    out.writeStringProperty("text", member.text());
    out.writeEndObject();
  }

  private static void rule(JsonGenerator out, Trace.Judged rule) {
    out.writeStartObject();
    out.writeStringProperty("rule", rule.basis().rule());
    TraceJson.number(out, "value", rule.basis().value());
    TraceJson.number(out, "limit", rule.basis().limit());
    if (!rule.basis().detail().isEmpty()) {
      out.writeStringProperty("detail", rule.basis().detail());
    }
    out.writeStringProperty("text", rule.text());
    out.writeEndObject();
  }

  private static void notTaken(JsonGenerator out, Trace.NotTaken other) {
    PassedOver passedOver = other.passedOver();
    out.writeStartObject();
    out.writeStringProperty("ticket_id", passedOver.ticket().value());
    Json.texts(out, "player_ids", other.players(), PlayerId::value);
    out.writeStringProperty("reason", RuleSetJson.lowerCase(passedOver.reason()));
    passedOver
        .refusal()
        .ifPresent(refusal -> TraceJson.refusedBy(out, refusal, other.refusal().orElse("")));
    passedOver.by().ifPresent(by -> out.writeStringProperty("refused_with", by.value()));
    out.writeStringProperty("text", other.text());
    out.writeEndObject();
  }
}
