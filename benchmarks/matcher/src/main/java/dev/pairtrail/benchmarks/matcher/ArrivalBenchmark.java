package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.queue.Decision.Decided;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One arrival with so many waiting, from the fold of its event to the decision of its pass. Those
 * who wait are 150 rating points apart and the window is 100, so each arrival has one or two within
 * reach and is matched with one; another takes that one's place, outside of what is measured.
 */
public class ArrivalBenchmark extends ManyWaiting {
  private static final double APART = 150;

  private Population population = new Population(BenchRules.within100(1));
  private final SplittableRandom random = new SplittableRandom(7);
  private Instant now = Population.START;
  private int number;
  private TicketEnqueued next = next();
  private RecordedEvent entry = population.entry(next);

  @Setup
  public void arrive() {
    population = new Population(BenchRules.within100(1));
    population.spread(waiting, APART);
    now = Population.START.plusMillis(waiting);
    population.pass(now);
    number = waiting;
  }

  @Setup(Level.Invocation)
  public void another() {
    now = now.plusMillis(1);
    next = next();
    entry = population.entry(next);
  }

  private TicketEnqueued next() {
    return population.player(++number, APART * random.nextInt(Math.max(1, waiting)) + 60, now);
  }

  @Benchmark
  public List<Decided> arrival() {
    population.state.evolve(entry);
    List<Decided> events = population.decide(now);
    population.state.passBegan(now);
    population.state.passEnded(true);
    return events;
  }

  /** As if the match had lost its race, so that as many wait as before. */
  @TearDown(Level.Invocation)
  public void leave() {
    population.fold(new TicketCancelled(next.ticketId(), now));
  }
}
