package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.event.ResultRecorded.Place;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Where teams ended. */
final class PlaceJson {
  private PlaceJson() {}

  static void array(JsonGenerator out, String name, List<Place> places) {
    Json.array(out, name, places, PlaceJson::place);
  }

  private static void place(JsonGenerator out, Place place) {
    out.writeStartObject();
    out.writeStringProperty("name", place.team());
    out.writeNumberProperty("place", place.place());
    out.writeEndObject();
  }
}
