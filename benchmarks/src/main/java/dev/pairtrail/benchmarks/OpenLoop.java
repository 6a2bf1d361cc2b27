package dev.pairtrail.benchmarks;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Sends players at a fixed rate, whether or not earlier ones were answered, and counts each latency
 * from the moment the player was due, so that no wait is hidden.
 */
@Command(
    name = "open-loop",
    description = "Sends players at a fixed rate and reports latencies from the due moment on.",
    mixinStandardHelpOptions = true)
public final class OpenLoop implements Callable<Integer> {
  private static final int FAILED = 1;

  @Option(names = "--url", required = true, description = "where the server is")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--queue",
      defaultValue = "default",
      description = "which queue (${DEFAULT-VALUE})")
  private String queue = "";

  @Option(
      names = "--mode",
      defaultValue = "match",
      description = "enqueue: until the ticket is answered; match: until it is matched, too")
  private Mode mode = Mode.MATCH;

  @Option(names = "--rate", defaultValue = "200", description = "players/s (${DEFAULT-VALUE})")
  private int rate;

  @Option(names = "--seconds", defaultValue = "30", description = "how long (${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "5",
      description = "seconds at the same rate before, not reported (${DEFAULT-VALUE})")
  private int warmUp;

  /** For picocli. */
  OpenLoop() {}

  /** How far a player is followed. */
  enum Mode {
    ENQUEUE,
    MATCH
  }

  /** Runs the load and ends the process; its exit code is 1 if anything failed. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new OpenLoop()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Outcomes outcomes = new Outcomes();
    try (TicketClient client = new TicketClient(url, queue)) {
      Visit visit = new Visit(client, mode, outcomes);
      new Arrivals(rate, warmUp, seconds).each(visit::make, outcomes::failed);
    }
    Report report = outcomes.report(rate, seconds);
    System.out.print(report.table());
    System.out.println(TicketServer.JSON.writeValueAsString(report));
    return outcomes.failures() == 0 ? 0 : FAILED;
  }
}
