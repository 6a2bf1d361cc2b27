package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"teams":[{"name":"red","players":1}]}}; without teams: as many as have left. */
public final class BackfillBody {
  private final JsonBody body;
  private final TeamBody teams;
  private @Nullable String name;
  private @Nullable Integer players;

  private BackfillBody(JsonBody body) {
    this.body = body;
    teams = new TeamBody(body);
  }

  /**
   * The teams that need players; none if the body names none.
   *
   * @throws RefusedException with all faults of the body
   */
  public static List<Opening> read(byte[] json) {
    return JsonBody.read(json, body -> new BackfillBody(body).read());
  }

  private List<Opening> read() {
    List<Opening> openings = teams.read(this::team, false);
    return openings == null ? List.of() : openings;
  }

  private @Nullable Opening team() {
    name = null;
    players = null;
    var _ = body.keys(this::key, "name", "players");
    return name == null || players == null ? null : new Opening(name, players);
  }

  private boolean key(String key) {
    switch (key) {
      case "name" -> name = body.text();
      case "players" -> players = body.count(1);
      default -> {
        return false;
      }
    }
    return true;
  }
}
