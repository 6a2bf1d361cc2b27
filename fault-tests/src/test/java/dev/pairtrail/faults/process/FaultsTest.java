package dev.pairtrail.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.domain.Position;
import dev.pairtrail.faults.audit.Auditor;
import dev.pairtrail.faults.audit.Evidence;
import dev.pairtrail.faults.audit.Invariant;
import dev.pairtrail.faults.audit.Told;
import dev.pairtrail.faults.audit.Told.Verdict;
import dev.pairtrail.faults.audit.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real programs on a real Redis under load, while one thing goes wrong. Each scenario ends with the
 * audit of the log against what clients were told; a line of figures goes to {@code
 * target/faults.txt}. {@code -Dfaults=all} runs every scenario.
 */
final class FaultsTest {
  private static final int VISITORS = 8;
  private static final int ENOUGH = 150;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** An audit reads one thing after the other: it holds once no room is given up any more. */
  private static final Duration QUIET = Duration.ofMinutes(3);

  private static Stream<Fault> faults() {
    String chosen = System.getProperty("pairtrail.faults", "quick");
    return Arrays.stream(Fault.values())
        .filter(fault ->
            switch (chosen) {
              case "all" -> true;
              case "quick" -> fault.isQuick();
              default -> fault.name().startsWith(chosen + "_");
            });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsLostOrDoubled(Fault fault) throws InterruptedException, IOException {
    try (Site site = new Site(2, fault.redisOptions());
        Follower follower = Follower.of(site::addresses)) {
      Visitors visitors = new Visitors(site::addresses, site::losses).come(VISITORS);
      await().atMost(SOON).until(() -> visitors.acknowledged() > ENOUGH);
      fault.happen(site);
      int before = visitors.acknowledged();
      Duration back = back(visitors, before);
      await().atMost(SOON).until(() -> visitors.acknowledged() > before + ENOUGH);
      visitors.leave();
      await()
          .atMost(QUIET)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(audit(site, visitors, follower).violations()).isEmpty());
      assertThat(site.logged().contains("the log changed under us"))
          .isEqualTo(fault.losesEntries());
      assertThat(site.allTellOfALoss()).isEqualTo(fault.losesEntries());
      report(fault, visitors, audit(site, visitors, follower), back);
    }
  }

  /** How long after the fault the next command was acknowledged. */
  private static Duration back(Visitors visitors, int before) {
    long ended = System.nanoTime();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> visitors.acknowledged() > before);
    return Duration.ofNanos(System.nanoTime() - ended);
  }

  private static Auditor audit(Site site, Visitors visitors, Follower follower) {
    Auditor auditor = new Auditor(new Evidence(site.log(), site.lost, visitors.told()));
    site.live().forEach(auditor::live);
    auditor.drained(site.group());
    auditor.matched(Instant.now());
    auditor.delivered("the follower", Position.START, follower.got().stream());
    auditor.feeds(Site.QUEUE, site.feeds());
    if (!site.isOneState()) {
      auditor.report(Violation.of(Invariant.I5, "the instances tell different states"));
    }
    return auditor;
  }

  private static void report(Fault fault, Visitors visitors, Auditor auditor, Duration back)
      throws IOException {
    long unknown =
        visitors.told().stream().map(Told::verdict).filter(Verdict.UNKNOWN::equals).count();
    long doubled = auditor.violations().stream().filter(v -> v.invariant() == Invariant.I2).count();
    String line =
        ("%s: %d acknowledged, %d unknown, %d lost with a reported loss, %d lost or doubled else,"
                + " back after %d ms%n")
            .formatted(
                fault,
                visitors.acknowledged(),
                unknown,
                auditor.excused(),
                doubled,
                back.toMillis());
    Files.writeString(
        Path.of("target", "faults.txt"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
