package dev.pairtrail.adapters.http.problem;

import dev.pairtrail.adapters.http.json.Json;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** A problem as JSON. */
public final class ProblemJson {
  private ProblemJson() {}

  public static byte[] bytes(Problem problem) {
    return Json.bytes(out -> write(out, problem));
  }

  public static void write(JsonGenerator out, Problem problem) {
    out.writeStartObject();
    out.writeStringProperty("type", problem.type().uri());
    out.writeStringProperty("title", problem.type().title());
    out.writeNumberProperty("status", problem.status());
    out.writeStringProperty("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      errors(out, problem);
    }
    new TreeMap<>(problem.members()).forEach(out::writeStringProperty);
    out.writeEndObject();
  }

  private static void errors(JsonGenerator out, Problem problem) {
    out.writeArrayPropertyStart("errors");
    for (Fault fault : problem.errors()) {
      out.writeStartObject();
      out.writeStringProperty(fault.where().key(), fault.name());
      out.writeStringProperty("detail", fault.detail());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
