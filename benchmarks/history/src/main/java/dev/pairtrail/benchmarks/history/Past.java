package dev.pairtrail.benchmarks.history;

import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.Replay;
import dev.pairtrail.application.history.TimeTravel;
import dev.pairtrail.application.history.Verifier;
import dev.pairtrail.application.history.VerifyReport;
import dev.pairtrail.application.whatif.Trial;
import dev.pairtrail.application.whatif.WhatIf;
import dev.pairtrail.application.whatif.Window;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import dev.pairtrail.format.CloudEvents;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Reads one log back in several ways, in rounds: bare, replayed, verified, matched under other
 * rules. Then asks for states in the middle of it.
 *
 * <p>Arguments: the URI of a Redis that is empty, entries of the log, rounds.
 */
final class Past {
  private static final QueueName QUEUE = new QueueName("past");
  private static final int PAGE = 1_000;
  private static final int EVENTS_PER_PASS = 400;
  private static final int LOOKS = 20;

  private final String uri;
  private final RedisEventStore store;
  private final RecordedLog log;

  private Past(String uri, RedisEventStore store) {
    this.uri = uri;
    this.store = store;
    log = new RecordedLog(QUEUE, store.log(QUEUE), PAGE);
  }

  public static void main(String[] args) {
    long entries = Long.parseLong(args[1]);
    try (RedisEventStore store = new RedisEventStore(args[0], RedisEventStore::defaultKey)) {
      new MadeLog(QUEUE, store.log(QUEUE)).write(rules(100), entries);
      Past past = new Past(args[0], store);
      past.rounds(Integer.parseInt(args[2]));
      past.travel();
    }
  }

  private static RuleSet rules(double window) {
    return new RuleSet(
        Map.of(
            "rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty()),
            "mode", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty())),
        List.of("mode"),
        List.of(TeamSpec.of("red", 1), TeamSpec.of("blue", 1)),
        List.of(new DistanceRule("fair", "rating", Party.AVG, Limit.fixed(window), Missing.REJECT)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RuleSet.DEFAULT_JOIN_TIMEOUT,
        RuleSet.Start.AUTO);
  }

  private void rounds(int rounds) {
    double[][] rates = new double[4][rounds];
    for (int round = 0; round < rounds; round++) {
      rates[0][round] = rate("drain", this::drain);
      rates[1][round] = rate("replay", this::replay);
      rates[2][round] = rate("verify", this::verify);
      rates[3][round] = rate("what-if", this::whatIf);
    }
    System.out.printf(Locale.ROOT, "replay / drain    %.2f%n", ratio(rates[1], rates[0]));
    System.out.printf(Locale.ROOT, "verify / replay   %.2f%n", ratio(rates[2], rates[1]));
    System.out.printf(Locale.ROOT, "what-if / replay  %.2f%n", ratio(rates[3], rates[1]));
  }

  /** The median of the ratios of each round but the first, in which code is compiled. */
  private static double ratio(double[] rates, double[] base) {
    double[] ratios = new double[rates.length - 1];
    for (int i = 1; i < rates.length; i++) {
      ratios[i - 1] = rates[i] / base[i];
    }
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }

  private static double rate(String what, LongSupplier reading) {
    long began = System.nanoTime();
    long entries = reading.getAsLong();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(Locale.ROOT, "%-8s %8.0f entries/s%n", what, entries / seconds);
    return entries / seconds;
  }

  /** Every entry as Lettuce has it, and no more. */
  private long drain() {
    RedisClient client = RedisClient.create(uri);
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      long read = 0;
      Range<String> rest = Range.unbounded();
      List<StreamMessage<String, String>> page;
      do {
        page =
            connection
                .sync()
                .xrange(RedisEventStore.defaultKey(QUEUE), rest, io.lettuce.core.Limit.from(PAGE));
        read += page.size();
        rest =
            page.isEmpty()
                ? rest
                : Range.from(
                    Range.Boundary.excluding(page.getLast().getId()), Range.Boundary.unbounded());
      } while (page.size() == PAGE);
      return read;
    } finally {
      client.shutdown();
    }
  }

  private long replay() {
    QueueState state = new QueueState(QUEUE, QueueState.DEFAULT_REMEMBERED);
    return Replay.fold(log, state, new LogPoint.End(), Progress.NONE).head().revision();
  }

  private long verify() {
    VerifyReport report =
        new Verifier(log, CloudEvents::line, EVENTS_PER_PASS)
            .verify(new LogPoint.End(), Progress.NONE);
    report
        .fault()
        .ifPresent(fault -> {
          throw new IllegalStateException(fault.position() + ": " + fault.text());
        });
    return report.entries();
  }

  private long whatIf() {
    Trial trial = new Trial(QUEUE, rules(200), EVENTS_PER_PASS, 10);
    long[] read = new long[1];
    Window all = Window.of(Optional.empty(), new LogPoint.End());
    var _ = WhatIf.ofLog(log, all, trial, entries -> read[0] += entries.size()).orElseThrow();
    return read[0];
  }

  /** The first look keeps checkpoints on its way, as a server does while the log grows. */
  private void travel() {
    TimeTravel past = new TimeTravel(log, store.checkpoints(QUEUE), 50_000);
    Position first = log.first(Position.START, 1).getFirst().position();
    Position last = past.at(new LogPoint.End()).head().position();
    SplittableRandom random = new SplittableRandom(3);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      long at = random.nextLong(first.millis(), last.millis() + 1);
      long began = System.nanoTime();
      QueueState _ = past.at(new LogPoint.AtPosition(new Position(at, 0)));
      millis.add((System.nanoTime() - began) / 1e6);
    }
    millis.sort(Double::compare);
    System.out.printf(
        Locale.ROOT,
        "state at a position: median %.0f ms, most %.0f ms%n",
        millis.get(LOOKS / 2),
        millis.getLast());
  }
}
