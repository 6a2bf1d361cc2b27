package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RuleBasis;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The keys of a match: who plays with whom, where, and why. */
final class MatchJson {
  private MatchJson() {}

  static void keys(JsonGenerator out, MatchProposed match) {
    out.writeStringProperty("room_id", match.roomId().value());
    teams(out, match.teams(), match.basis());
    out.writeStringProperty("accept_deadline", match.acceptDeadline().toString());
  }

  static void keys(JsonGenerator out, BackfillMatched match) {
    out.writeStringProperty("room_id", match.roomId().value());
    teams(out, match.teams(), match.basis());
  }

  private static void teams(
      JsonGenerator out, List<PlayersMatched.Team> teams, Optional<MatchBasis> basis) {
    Json.array(out, "teams", teams, MatchJson::team);
    basis.ifPresent(known -> basis(out, known));
  }

  static void keys(JsonGenerator out, PlayersMatched match) {
    out.writeStringProperty("room_id", match.roomId().value());
    pair(out, match);
    teams(out, match.teams(), match.basis());
    match.joinDeadline().ifPresent(at -> out.writeStringProperty("join_deadline", at.toString()));
  }

  /** Two single players are also named apart, as the plain service does. */
  private static void pair(JsonGenerator out, PlayersMatched match) {
    List<PlayerId> players = match.playerIds();
    if (players.size() == 2 && match.ticketIds().size() == 2) {
      out.writeStringProperty("player1_id", players.getFirst().value());
      out.writeStringProperty("player2_id", players.getLast().value());
    }
  }

  static void team(JsonGenerator out, PlayersMatched.Team team) {
    out.writeStartObject();
    out.writeStringProperty("name", team.name());
    Json.texts(out, "ticket_ids", team.ticketIds(), TicketId::value);
    Json.texts(out, "player_ids", team.playerIds(), PlayerId::value);
    out.writeEndObject();
  }

  private static void basis(JsonGenerator out, MatchBasis basis) {
    out.writeNumberProperty("rules_version", basis.rulesVersion());
    out.writeStringProperty("decided_after", basis.decidedAfter().toString());
    Json.number(out, "quality", basis.quality());
    Json.array(out, "tickets", basis.tickets(), MatchJson::ticket);
    if (!basis.rules().isEmpty()) {
      Json.array(out, "rules", basis.rules(), MatchJson::rule);
    }
  }

  private static void rule(JsonGenerator out, RuleBasis rule) {
    out.writeStartObject();
    out.writeStringProperty("name", rule.rule());
    rule.value().ifPresent(value -> Json.number(out, "value", value));
    rule.limit().ifPresent(limit -> Json.number(out, "limit", limit));
    if (!rule.detail().isEmpty()) {
      out.writeStringProperty("detail", rule.detail());
    }
    out.writeEndObject();
  }

  private static void ticket(JsonGenerator out, MatchBasis.TicketBasis ticket) {
    out.writeStartObject();
    out.writeStringProperty("ticket_id", ticket.ticketId().value());
    out.writeNumberProperty("waited_ms", ticket.waited().toMillis());
    ticket.window().ifPresent(window -> Json.number(out, "window", window));
    out.writeEndObject();
  }
}
