package dev.pairtrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Has players follow their feeds and be matched at a fixed rate, whether or not earlier ones were
 * answered, and counts how long after its append each match arrived at each of its players.
 */
@Command(
    name = "feed-loop",
    description =
        "Connects players to their feeds, has them matched, and reports how long that took.",
    mixinStandardHelpOptions = true)
public final class FeedLoop implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BATCHES_PER_SECOND = 100;

  /** One may be left who waits, and another who waited before. */
  private static final int ODD = 1;

  private static final Duration STRAGGLERS = Duration.ofSeconds(10);

  @Option(names = "--url", required = true, description = "where the server is")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--queue",
      defaultValue = "feeds",
      description = "a queue of 1v1 whose rooms are given up soon (${DEFAULT-VALUE})")
  private String queue = "";

  @Option(
      names = "--players",
      defaultValue = "5000",
      description = "who are connected all the time, and come in turn (${DEFAULT-VALUE})")
  private int players;

  @Option(names = "--matches", defaultValue = "500", description = "matches/s (${DEFAULT-VALUE})")
  private int matches;

  @Option(names = "--seconds", defaultValue = "20", description = "how long (${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "seconds at the same rate before, not reported (${DEFAULT-VALUE})")
  private int warmUp;

  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  /** For picocli. */
  FeedLoop() {}

  /** Runs the load and ends the process; its exit code is 1 if anything failed. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new FeedLoop()).execute(args));
  }

  private String player(int number) {
    return "feed-" + run + "-" + number % players;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Outcomes outcomes = new Outcomes();
    try (FeedClients feeds = new FeedClients(url);
        TicketClient client = new TicketClient(url, queue)) {
      for (int i = 0; i < players; i++) {
        feeds.follow(player(i));
      }
      feeds.awaitAll(players);
      new Arrivals(2 * matches / batch(), warmUp, seconds)
          .each(arrival -> enqueue(client, feeds, arrival, outcomes), outcomes::failed);
      feeds.awaitMatches(STRAGGLERS);
      return report(feeds, outcomes);
    }
  }

  /** As the servers of a game bring players, and so that sending them costs the machine little. */
  private int batch() {
    return Math.max(1, 2 * matches / BATCHES_PER_SECOND);
  }

  private void enqueue(
      TicketClient client, FeedClients feeds, Arrivals.Arrival arrival, Outcomes outcomes) {
    List<String> those =
        IntStream.range(arrival.number() * batch(), (arrival.number() + 1) * batch())
            .mapToObj(this::player)
            .toList();
    try {
      if (arrival.counts()) {
        feeds.beginToCount();
      }
      int accepted = client.enqueueAll(those);
      outcomes.posted(arrival);
      feeds.expectMatches(accepted);
      for (int i = accepted; i < those.size(); i++) {
        outcomes.failed("a player was not taken");
      }
    } catch (IOException e) {
      outcomes.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcomes.failed("interrupted");
    }
  }

  private int report(FeedClients feeds, Outcomes outcomes) {
    if (Math.abs(feeds.missing()) > ODD) {
      outcomes.failed(feeds.missing() + " matches did not arrive");
    }
    FeedReport report =
        new FeedReport(
            players,
            matches,
            seconds,
            outcomes.ticketsAnswered(),
            feeds.arrived(),
            outcomes.causes());
    System.out.print(report.table());
    System.out.println(TicketServer.JSON.writeValueAsString(report));
    return outcomes.failures() == 0 ? 0 : FAILED;
  }
}
