package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.queue.Decision.Decided;
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

/** One pass over all that wait, with every match's reasons, against a bare sort and sweep. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseCompactObjectHeaders")
public class PassBenchmark {
  @Param({"5000", "100000"})
  public int tickets;

  @Param({"1", "5"})
  public int perTeam;

  private Population population = new Population(BenchRules.within100(1));
  private List<SortAndSweep.Entry> entries = List.of();

  @Setup
  public void arrive() {
    population = new Population(BenchRules.within100(perTeam));
    population.arrive(tickets, 1500, 300);
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
  public List<Decided> pass() {
    return population.decide(Population.START.plusSeconds(3600));
  }

  @Benchmark
  public List<List<SortAndSweep.Entry>> sortAndSweep() {
    return SortAndSweep.match(entries, 2 * perTeam, 100);
  }
}
