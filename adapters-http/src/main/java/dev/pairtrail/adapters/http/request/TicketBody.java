package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.Player;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads {@code {"players":[…]}}. */
public final class TicketBody {
  private final JsonBody body;
  private @Nullable List<Player> players;

  private TicketBody(JsonBody body) {
    this.body = body;
  }

  /**
   * The players, as many as are given.
   *
   * @throws RefusedException with all faults of the body
   */
  public static List<Player> read(byte[] json) {
    return JsonBody.read(json, body -> new TicketBody(body).read());
  }

  private @Nullable List<Player> read() {
    if (!body.is(JsonToken.START_OBJECT, "an object")) {
      return null;
    }
    for (String key = body.nextKey(); key != null; key = body.nextKey()) {
      if (key.equals("players")) {
        players();
      } else {
        body.unknownKey();
      }
    }
    if (players == null) {
      body.faultAt("players", "is required");
    }
    return players;
  }

  private void players() {
    if (players != null) {
      body.fault("is given twice");
    }
    players = new ArrayList<>(1);
    if (body.is(JsonToken.START_ARRAY, "an array of players")) {
      while (body.nextItem()) {
        Player player = new PlayerBody(body).read();
        if (player != null) {
          players.add(player);
        }
      }
    }
  }
}
