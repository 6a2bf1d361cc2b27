package dev.pairtrail.adapters.http.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads an object with an array of teams, {@code {"teams":[{"name":…}]}}. */
final class TeamBody {
  private final JsonBody body;

  TeamBody(JsonBody body) {
    this.body = body;
  }

  /** Reads one team of the array; null if it is faulty. */
  @FunctionalInterface
  interface Team<T> {
    @Nullable T read();
  }

  /** The teams; null if there are none, which is noted where they are required. */
  <T> @Nullable List<T> read(Team<T> team, boolean required) {
    if (!body.is(JsonToken.START_OBJECT, "an object")) {
      return null;
    }
    List<T> teams = null;
    for (String key = body.nextKey(); key != null; key = body.nextKey()) {
      if (!key.equals("teams")) {
        body.unknownKey();
      } else if (teams == null) {
        teams = teams(team);
      } else {
        body.fault("is given twice");
        body.in().skipChildren();
      }
    }
    if (teams == null && required) {
      body.faultAt("teams", "is required");
    }
    return teams;
  }

  private <T> List<T> teams(Team<T> team) {
    List<T> teams = new ArrayList<>(2);
    if (body.is(JsonToken.START_ARRAY, "an array of teams")) {
      int items = 0;
      while (body.nextItem()) {
        items++;
        T read = team.read();
        if (read != null) {
          teams.add(read);
        }
      }
      if (items == 0) {
        body.fault("must name at least one team");
      }
    }
    return teams;
  }
}
