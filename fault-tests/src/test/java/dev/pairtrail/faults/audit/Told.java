package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import java.util.Optional;

/**
 * What a client was told of one try of a request.
 *
 * @param ticket of an enqueue: the one it was told, or would have been told had it not failed
 * @param when the end of the log, and how often the log had lost its end, when it was told
 */
public record Told(Request request, Verdict verdict, Optional<TicketId> ticket, Moment when) {

  /** How a try ended. */
  public enum Verdict {
    OK,
    FAILED,
    UNKNOWN
  }

  /** A moment in the life of the log. */
  public record Moment(Position last, int losses) {
    /** Nobody looked: after everything, before any loss. */
    public static final Moment UNSEEN = new Moment(new Position(Long.MAX_VALUE, Long.MAX_VALUE), 0);
  }

  public boolean isOk() {
    return verdict == Verdict.OK;
  }

  public boolean isFailed() {
    return verdict == Verdict.FAILED;
  }
}
