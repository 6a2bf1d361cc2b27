package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.HealthJson;
import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.application.Health;
import io.javalin.http.Context;
import java.util.List;

/** The probes. */
final class HealthHandlers {
  private final Health health;

  HealthHandlers(Health health) {
    this.health = health;
  }

  void live(Context ctx) {
    Answers.json(ctx, out -> HealthJson.up(out, List.of()));
  }

  void ready(Context ctx) {
    List<Health.Part> parts = health.parts();
    if (parts.stream().allMatch(Health.Part::works)) {
      Answers.json(ctx, out -> HealthJson.up(out, parts));
    } else {
      Answers.problem(ctx, notReady(parts));
    }
  }

  private static Problem notReady(List<Health.Part> parts) {
    List<Fault> faults =
        parts.stream()
            .filter(part -> !part.works())
            .map(part -> Fault.part(part.name(), part.problem()))
            .toList();
    List<Fault> notes =
        parts.stream()
            .filter(part -> !part.note().isEmpty())
            .map(part -> Fault.part(part.name(), part.note()))
            .toList();
    return Problem.of(ProblemType.NOT_READY, "Some parts do not work: see errors.")
        .with(faults)
        .withNotes(notes);
  }
}
