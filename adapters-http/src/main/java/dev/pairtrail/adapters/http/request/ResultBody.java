package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code {"teams":[{"name":"red","place":1}]}}, or the same with scores: the higher is the
 * better, and equal ones are a draw.
 */
public final class ResultBody {
  private final JsonBody body;
  private final TeamBody teams;
  private @Nullable String name;
  private @Nullable Integer place;
  private @Nullable Double score;
  private @Nullable String kind;
  private @Nullable String kindOfAll;

  private ResultBody(JsonBody body) {
    this.body = body;
    teams = new TeamBody(body);
  }

  /** How a team ended: its place, or its score. */
  private record Ended(String name, @Nullable Integer place, double score) {}

  /**
   * The place of each team that the body names.
   *
   * @throws RefusedException with all faults of the body
   */
  public static List<Place> read(byte[] json) {
    return JsonBody.read(json, body -> new ResultBody(body).read());
  }

  private @Nullable List<Place> read() {
    List<Ended> ended = teams.read(this::team, true);
    return ended == null
        ? null
        : ended.stream().map(team -> new Place(team.name(), place(team, ended))).toList();
  }

  private static int place(Ended team, List<Ended> all) {
    return team.place() != null
        ? team.place()
        : 1 + (int) all.stream().filter(other -> other.score() > team.score()).count();
  }

  private @Nullable Ended team() {
    name = null;
    place = null;
    score = null;
    kind = null;
    boolean object = body.keys(this::key, "name");
    if (object && kind == null) {
      body.faultAt(kindOfAll == null ? "place" : kindOfAll, "is required");
    }
    return name == null || (place == null && score == null)
        ? null
        : new Ended(name, place, score == null ? 0 : score);
  }

  private boolean key(String key) {
    switch (key) {
      case "name" -> name = body.text();
      case "place" -> {
        ofOneKind(key);
        place = body.count(1);
      }
      case "score" -> {
        ofOneKind(key);
        score = score();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ofOneKind(String key) {
    kind = key;
    if (kindOfAll == null) {
      kindOfAll = key;
    } else if (!kindOfAll.equals(key)) {
      body.fault("must be a " + kindOfAll + " for every team, as for the first");
    }
  }

  private @Nullable Double score() {
    if (body.in().currentToken() == JsonToken.VALUE_NUMBER_INT
        || body.in().currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = body.in().getDoubleValue();
      if (Double.isFinite(value)) {
        return value;
      }
      body.fault("must be finite");
      return null;
    }
    body.is(JsonToken.VALUE_NUMBER_FLOAT, "a number");
    return null;
  }
}
