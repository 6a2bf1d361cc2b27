package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.Gate;
import dev.pairtrail.adapters.http.credentials.Caller;
import dev.pairtrail.adapters.http.json.TraceJson;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.TraceQuery;
import dev.pairtrail.application.Traces;
import dev.pairtrail.application.history.Traced;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.queue.Rejection;
import io.javalin.http.Context;

/** The stories of tickets. */
final class TraceHandler {
  private final Traces traces;

  TraceHandler(Traces traces) {
    this.traces = traces;
  }

  void find(Context ctx) {
    var queue = PathIds.queue(ctx);
    var ticket = PathIds.ticket(ctx);
    TraceQuery query = TraceQuery.read(ctx);
    Answers.when(
        ctx, traces.find(queue, ticket, query.at(), query.with()), found -> answer(ctx, found));
  }

  private static void answer(Context ctx, Traced traced) {
    switch (traced) {
      case Traced.Found(var trace) -> {
        Caller caller = Gate.caller(ctx);
        caller.requireOneOf(trace.ticket().players().stream().map(Player::id).toList());
        trace.with().ifPresent(with -> caller.requireOneOf(with.other().players()));
        Answers.json(ctx, out -> TraceJson.write(out, trace));
      }
      case Traced.UnknownTicket(var ticket) ->
          Answers.problem(ctx, Problems.of(new Rejection.UnknownTicket(ticket)));
      case Traced.UnknownOther(var ticket) -> throw TraceQuery.unknown(ticket);
    }
  }
}
