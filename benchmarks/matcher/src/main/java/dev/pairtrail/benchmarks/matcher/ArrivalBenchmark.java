package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.queue.Decision.Decided;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One arrival with so many waiting, from the fold of its event to the decision of its pass. Those
 * who wait are 150 rating points apart and the window is 100, so each arrival has one or two within
 * reach and is matched with one; another takes that one's place, outside of what is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseCompactObjectHeaders", "-Xmx6g"})
public class ArrivalBenchmark {
  private static final double APART = 150;

  @Param({"10000", "100000", "1000000"})
  public int waiting;

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
