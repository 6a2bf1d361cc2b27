package dev.pairtrail.adapters.http.problem;

import java.util.List;
import java.util.Map;

/**
 * Problem details (RFC 9457).
 *
 * @param status that of the type, unless the server chose another of the same kind
 * @param detail says it for this case, to people
 * @param errors all that is wrong, where it can be told
 * @param notes what else should be known of the places
 * @param members what else a client may want to know, by name
 */
public record Problem(
    ProblemType type,
    int status,
    String detail,
    List<Fault> errors,
    List<Fault> notes,
    Map<String, String> members) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
    members = Map.copyOf(members);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, type.status(), detail, List.of(), List.of(), Map.of());
  }

  /** What a bare status says. */
  public static Problem ofStatus(int status) {
    ProblemType type = ProblemType.ofStatus(status);
    return new Problem(type, status, type.title(), List.of(), List.of(), Map.of());
  }

  public static Problem invalid(List<Fault> errors) {
    return of(ProblemType.INVALID_REQUEST, "The request has faults: see errors.").with(errors);
  }

  public static Problem invalid(Fault error) {
    return invalid(List.of(error));
  }

  public Problem with(List<Fault> found) {
    return new Problem(type, status, detail, found, notes, members);
  }

  public Problem withNotes(List<Fault> more) {
    return new Problem(type, status, detail, errors, more, members);
  }

  Problem with(Map<String, String> more) {
    return new Problem(type, status, detail, errors, notes, more);
  }

  /** Whether the same request may succeed soon. */
  public boolean passes() {
    return status == 503;
  }
}
