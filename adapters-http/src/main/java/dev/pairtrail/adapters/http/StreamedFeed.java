package dev.pairtrail.adapters.http;

import dev.pairtrail.application.EventStream;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;

/** A feed that is written as it is read. */
interface StreamedFeed {
  /**
   * Writes the stream. What fails before the first byte is written is left to the caller, who can
   * still answer with a problem.
   */
  void send(EventStream stream, Context ctx) throws IOException, InterruptedException;

  /** Whether more than the header is asked for. */
  static boolean wantsBody(Context ctx) {
    return !ctx.method().equals(HandlerType.HEAD);
  }
}
