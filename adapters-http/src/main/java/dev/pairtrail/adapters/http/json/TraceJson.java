package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.history.Trace;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.why.Figures;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.Refusal;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** A ticket's story: what happened to it, and why it was or is not matched. */
public final class TraceJson {
  private TraceJson() {}

  public static void write(JsonGenerator out, Trace trace) {
    out.writeStartObject();
    out.writeStringProperty("ticket", trace.ticket().id().value());
    Json.texts(
        out,
        "player_ids",
        trace.ticket().players().stream().map(Player::id).toList(),
        PlayerId::value);
    out.writeStringProperty("status", TicketJson.status(trace.ticket().state()));
    out.writeObjectPropertyStart("at");
    out.writeStringProperty("position", trace.position().toString());
    out.writeStringProperty("time", trace.time().toString());
    out.writeEndObject();
    Json.array(out, "story", trace.story(), TraceJson::told);
    trace
        .match()
        .ifPresent(match -> {
          out.writeName("match");
          TraceMatchJson.write(out, match);
        });
    trace.waiting().ifPresent(waiting -> waiting(out, waiting));
    trace.with().ifPresent(with -> with(out, with));
    out.writeEndObject();
  }

  private static void told(JsonGenerator out, Trace.Told told) {
    out.writeStartObject();
    out.writeStringProperty("position", told.event().position().toString());
    out.writeStringProperty("timestamp", told.event().event().timestamp().toString());
    out.writeStringProperty("type", EventType.of(told.event()).text());
    out.writeStringProperty("text", told.text());
    out.writeEndObject();
  }

  private static void waiting(JsonGenerator out, Trace.Waiting waiting) {
    Outlook outlook = waiting.outlook();
    out.writeObjectPropertyStart("waiting");
    out.writeStringProperty("standing", RuleSetJson.lowerCase(outlook.standing()));
    out.writeNumberProperty("needed", outlook.players().needed());
    out.writeNumberProperty("can_meet", outlook.players().canMeet());
    out.writeNumberProperty("will_meet", outlook.players().willMeet());
    out.writeNumberProperty("elsewhere", outlook.players().elsewhere());
    out.writeBooleanProperty("unmatchable", outlook.unmatchable());
    Json.array(out, "nearest", waiting.nearest(), TraceJson::nearby);
    out.writeStringProperty("text", waiting.text());
    out.writeEndObject();
  }

  private static void with(JsonGenerator out, Trace.With with) {
    out.writeObjectPropertyStart("with");
    out.writeStringProperty("time", with.time().toString());
    nearbyKeys(out, with.other());
    out.writeStringProperty("text", with.text());
    out.writeEndObject();
  }

  private static void nearby(JsonGenerator out, Trace.Nearby nearby) {
    out.writeStartObject();
    nearbyKeys(out, nearby);
    out.writeStringProperty("text", nearby.text());
    out.writeEndObject();
  }

  private static void nearbyKeys(JsonGenerator out, Trace.Nearby nearby) {
    Meeting meeting = nearby.meeting();
    out.writeStringProperty("ticket_id", nearby.ticket().value());
    Json.texts(out, "player_ids", nearby.players(), PlayerId::value);
    out.writeBooleanProperty("admitted", meeting.isAdmitted());
    meeting.refusal().ifPresent(refusal -> refusedBy(out, refusal, nearby.refusal().orElse("")));
    meeting.inTime().ifPresent(from -> out.writeStringProperty("admitted_from", from.toString()));
  }

  /** Which rule says no, with the value and both limits as far as it measures any. */
  static void refusedBy(JsonGenerator out, Refusal refusal, String text) {
    out.writeObjectPropertyStart("refused_by");
    out.writeStringProperty("rule", refusal.rule());
    Figures figures = refusal.figures();
    number(out, "value", figures.value());
    number(out, "limit", figures.limit());
    number(out, "other_limit", figures.otherLimit());
    out.writeStringProperty("text", text);
    out.writeEndObject();
  }

  static void number(JsonGenerator out, String name, OptionalDouble value) {
    value.ifPresent(number -> Json.number(out, name, number));
  }
}
