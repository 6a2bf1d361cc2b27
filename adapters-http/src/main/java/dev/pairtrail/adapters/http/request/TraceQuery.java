package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.domain.TicketId;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * How a ticket's story is asked for.
 *
 * @param at how far it goes
 * @param with another ticket that is held against it
 */
public record TraceQuery(LogPoint at, Optional<TicketId> with) {

  /**
   * Reads the query.
   *
   * @throws RefusedException with all that is wrong with it
   */
  public static TraceQuery read(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    LogPoint at = parameters.read("at", LogPoint::parse).orElseGet(LogPoint.End::new);
    Optional<TicketId> with = parameters.read("with", TicketId::new);
    parameters.refuseFaults();
    return new TraceQuery(at, with);
  }

  /** The refusal of a ticket that is not there to be held against the other. */
  public static RefusedException unknown(TicketId with) {
    return new RefusedException(
        Problem.invalid(
            Fault.parameter(
                "with", "names no ticket that this queue knew by then: " + with.value())));
  }
}
