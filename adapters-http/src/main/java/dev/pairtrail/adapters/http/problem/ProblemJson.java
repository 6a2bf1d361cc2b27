package dev.pairtrail.adapters.http.problem;

import dev.pairtrail.adapters.http.json.Json;
import java.util.List;
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
    faults(out, "errors", problem.errors());
    faults(out, "notes", problem.notes());
    new TreeMap<>(problem.members()).forEach(out::writeStringProperty);
    out.writeEndObject();
  }

  private static void faults(JsonGenerator out, String name, List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart(name);
    for (Fault fault : faults) {
      out.writeStartObject();
      out.writeStringProperty(fault.where().key(), fault.name());
      out.writeStringProperty("detail", fault.detail());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
