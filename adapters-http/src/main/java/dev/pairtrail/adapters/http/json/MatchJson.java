package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.PlayersMatched;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The keys of a match: who plays with whom, where, and why. */
final class MatchJson {
  private MatchJson() {}

  static void keys(JsonGenerator out, PlayersMatched match) {
    out.writeStringProperty("room_id", match.roomId().value());
    pair(out, match);
    Json.array(out, "teams", match.teams(), MatchJson::team);
    match.basis().ifPresent(basis -> basis(out, basis));
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

  private static void team(JsonGenerator out, PlayersMatched.Team team) {
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
  }

  private static void ticket(JsonGenerator out, MatchBasis.TicketBasis ticket) {
    out.writeStartObject();
    out.writeStringProperty("ticket_id", ticket.ticketId().value());
    out.writeNumberProperty("waited_ms", ticket.waited().toMillis());
    ticket.window().ifPresent(window -> Json.number(out, "window", window));
    out.writeEndObject();
  }
}
