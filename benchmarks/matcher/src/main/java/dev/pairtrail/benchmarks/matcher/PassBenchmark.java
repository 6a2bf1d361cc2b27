package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.matching.Pass;
import dev.pairtrail.domain.matching.WaitingPools;
import dev.pairtrail.domain.queue.Decision.Decided;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One pass over all that wait, with every match's reasons, and the decision that makes events of
 * it, against a bare sort and sweep.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseCompactObjectHeaders",
      "-Xms4g",
      "-Xmx4g",
      "-XX:+AlwaysPreTouch" // new pages are the price of a start, not of a pass
    })
public class PassBenchmark {
  private static final Instant NOW = Population.START.plusSeconds(3600);

  @Param({"5000", "100000"})
  public int tickets;

  @Param({"1", "5"})
  public int perTeam;

  private Population population = new Population(BenchRules.within100(1));
  private WaitingPools pools = new WaitingPools(BenchRules.within100(1));
  private List<SortAndSweep.Entry> entries = List.of();

  @Setup
  public void arrive() {
    population = new Population(BenchRules.within100(perTeam));
    population.arrive(tickets, 1500, 300);
    pools = new WaitingPools(BenchRules.within100(perTeam));
    population.state.waiting().forEach(t -> pools.add(t.id(), t.enqueuedAt(), t.players()));
    entries =
        population
            .state
            .waiting()
            .map(t -> new SortAndSweep.Entry(t.id().value(), rating(t.players().getFirst())))
            .toList();
  }

  private static double rating(Player player) {
    return player.attributes().get("rating") instanceof Attribute.Numeric(double value) ? value : 0;
  }

  @Benchmark
  public Pass.Result pass() {
    return Pass.run(pools, List.of(), NOW, Integer.MAX_VALUE);
  }

  @Benchmark
  public List<Decided> decision() {
    return population.decide(NOW);
  }

  @Benchmark
  public List<List<SortAndSweep.Entry>> sortAndSweep() {
    return SortAndSweep.match(entries, 2 * perTeam, 100);
  }
}
