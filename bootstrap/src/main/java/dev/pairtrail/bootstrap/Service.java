package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.domain.QueueName;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server from its start to its orderly end. */
final class Service {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final ServeSettings settings;
  private final Program program;

  private Service(ServeSettings settings) {
    this.settings = settings;
    program = DaggerProgram.factory().of(settings);
  }

  /** Serves until the process is told to end, then drains and ends it with exit code 0. */
  static void run(ServeSettings settings) {
    Service service = new Service(settings);
    service.start();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  service.stop();
                  Runtime.getRuntime().halt(0);
                }));
    awaitEnd();
  }

  /** A server that is unfit for a log is refused; one that is away is looked at later. */
  private void start() {
    if (program.store() instanceof RedisEventStore redis) {
      List<Finding> findings = redis.guard(Service::report);
      findings.stream()
          .filter(Finding::isRefused)
          .findFirst()
          .ifPresent(unfit -> {
            redis.close();
            throw new BadConfigurationException("store " + unfit.line());
          });
      report(findings);
    }
    program.pairtrail().start();
    program.http().start();
    System.out.printf(
        "Pairtrail serves http://%s:%d%n  store     %s%n  queues    %s%n  instance  %s%n",
        settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host(),
        program.http().port(),
        settings.store(),
        settings.queues().keySet().stream().map(QueueName::value).collect(Collectors.joining(", ")),
        settings.instance());
  }

  private static void report(List<Finding> findings) {
    for (Finding finding : findings) {
      switch (finding.severity()) {
        case OK -> LOG.debug("store {}", finding.line());
        case WARNING -> LOG.warn("store {}", finding.line());
        case REFUSED -> LOG.error("store {}", finding.line());
      }
    }
  }

  /** New requests are refused; what was accepted is answered; then the store is let go. */
  private void stop() {
    LOG.info("stopping");
    program.http().drain();
    program.pairtrail().endLiveReads();
    program.http().close();
    program.pairtrail().close();
    if (program.store() instanceof AutoCloseable store) {
      try {
        store.close();
      } catch (Exception e) {
        LOG.warn("the store did not close cleanly", e);
      }
    }
    LOG.info("stopped");
  }

  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
