package dev.pairtrail.format;

import org.jspecify.annotations.Nullable;

/**
 * Reads the events that most of a log is, in the form in which they are written here: the keys of
 * their records, in order. It is a shortcut for those who read a whole log back and no more: any
 * other event, and any other form of these, is left to the reader of every event, and what both
 * read is equal.
 */
final class CommonEvents {
  private CommonEvents() {}

  /** The event; null where it is left to the reader of every event. */
  static @Nullable StoredEvent read(String json) {
    try {
      PlainJson in = new PlainJson(json);
      StoredEvent event = in.object(CommonEvents::event);
      in.end();
      return event;
    } catch (NotPlainException _) {
      return null;
    }
  }

  private static StoredEvent event(PlainJson in) {
    return switch (in.name("type")) {
      case "PlayerEnqueued" -> playerEnqueued(in);
      case "PlayersMatched" -> playersMatched(in);
      case "PlayerJoinedRoom" -> playerJoinedRoom(in);
      case "GameStarted" -> gameStarted(in);
      default -> throw new NotPlainException();
    };
  }

  private static StoredEvent playerEnqueued(PlainJson in) {
    return new StoredEvent.PlayerEnqueued(
        in.optionalText("ticket_id"),
        in.text("player_id"),
        in.optionalValues("attributes"),
        in.optionalIntegers("latency_ms"),
        in.time("timestamp"));
  }

  private static StoredEvent playersMatched(PlainJson in) {
    return new StoredEvent.PlayersMatched(
        in.text("room_id"),
        in.optionalText("player1_id"),
        in.optionalText("player2_id"),
        in.optionalObjects("teams", CommonEvents::team),
        in.optionalInteger("rules_version"),
        in.optionalText("decided_after"),
        in.optionalNumber("quality"),
        in.optionalObjects("tickets", CommonEvents::ticketBasis),
        in.optionalObjects("rules", CommonEvents::ruleBasis),
        in.optionalTime("join_deadline"),
        in.time("timestamp"));
  }

  private static StoredEvent.Team team(PlainJson in) {
    return new StoredEvent.Team(in.name("name"), in.texts("ticket_ids"), in.texts("player_ids"));
  }

  private static StoredEvent.TicketBasis ticketBasis(PlainJson in) {
    return new StoredEvent.TicketBasis(
        in.text("ticket_id"), in.whole("waited_ms"), in.optionalNumber("window"));
  }

  private static StoredEvent.RuleBasis ruleBasis(PlainJson in) {
    return new StoredEvent.RuleBasis(
        in.name("name"),
        in.optionalNumber("value"),
        in.optionalNumber("limit"),
        in.optionalName("detail"));
  }

  private static StoredEvent playerJoinedRoom(PlainJson in) {
    return new StoredEvent.PlayerJoinedRoom(
        in.text("player_id"), in.text("room_id"), in.time("timestamp"));
  }

  private static StoredEvent gameStarted(PlainJson in) {
    return new StoredEvent.GameStarted(in.text("room_id"), in.time("timestamp"));
  }
}
