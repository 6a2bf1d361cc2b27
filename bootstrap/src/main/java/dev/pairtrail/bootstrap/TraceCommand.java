package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.TraceDocument;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.States;
import dev.pairtrail.application.history.Trace;
import dev.pairtrail.application.history.Traced;
import dev.pairtrail.application.history.Tracer;
import dev.pairtrail.domain.TicketId;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of a ticket from its log. */
@Command(
    name = "trace",
    description = "Tells a ticket's story: what happened to it, and why it was or is not matched.",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  @Mixin private LogOptions options;

  @Parameters(paramLabel = "TICKET", description = "whose story it is")
  private TicketId ticket;

  @Option(
      names = "--at",
      paramLabel = "POSITION|TIME",
      description = "the last position or time that counts (the end of the log)")
  private LogPoint at = new LogPoint.End();

  @Option(
      names = "--with",
      paramLabel = "TICKET",
      description = "another ticket: may the two meet, and if not, why?")
  private @Nullable TicketId with;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  TraceCommand() {}

  @Override
  public Integer call() {
    Trace trace = found(traced());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? TraceDocument.of(trace) + System.lineSeparator() : TraceText.of(trace));
    out.flush();
    return 0;
  }

  private Traced traced() {
    try (OpenLog open = options.open();
        Meter meter = Meter.of("trace", open.log())) {
      return new Tracer(open.log(), States.folded(open.log(), meter))
          .trace(new Tracer.Question(ticket, at, Optional.empty(), Optional.ofNullable(with)));
    }
  }

  private static Trace found(Traced traced) {
    return switch (traced) {
      case Traced.Found(Trace trace) -> trace;
      case Traced.UnknownTicket(TicketId id) ->
          throw new BadConfigurationException("TICKET takes one that the log knows, not " + id);
      case Traced.UnknownOther(TicketId id) ->
          throw new BadConfigurationException(
              "--with takes a ticket that the log knows, not " + id);
    };
  }
}
