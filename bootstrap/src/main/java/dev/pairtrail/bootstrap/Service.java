package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.domain.QueueName;
import java.io.UncheckedIOException;
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

  private void start() {
    if (program.store() instanceof RedisEventStore redis) {
      List<Finding> found = redis.guard(Service::report);
      report(found);
      found.stream().filter(Finding::isRefused).findFirst().ifPresent(it -> refuse(redis, it));
    }
    program.pairtrail().start();
    listen();
    System.out.printf(
        "Pairtrail serves http://%s:%d%n  store     %s%n  queues    %s%n"
            + "  instance  %s%n  access    %s%n",
        settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host(),
        program.http().port(),
        settings.store(),
        settings.queues().keySet().stream().map(QueueName::value).collect(Collectors.joining(", ")),
        settings.instance(),
        access(settings.credentials()));
  }

  /** What was started with it ends with the process. */
  private void listen() {
    try {
      program.http().start();
    } catch (UncheckedIOException e) {
      throw new BadConfigurationException(
          "host and port take an address of this machine and a free port: " + e.getMessage());
    }
  }

  private static String access(Credentials credentials) {
    if (!credentials.areConfigured()) {
      return "anybody on this machine, as no keys are set";
    }
    String tokens = credentials.players().isPresent() ? " and players with tokens" : "";
    return "by key (" + credentials.keys().size() + " known)" + tokens;
  }

  /** What does not fit is said when it is found, at the start or when the server first answers. */
  private static void report(List<Finding> findings) {
    for (Finding finding : findings) {
      switch (finding.severity()) {
        case OK -> {}
        case WARNING -> LOG.warn("Redis {}", finding.line());
        case REFUSED -> LOG.error("Redis {}: nothing is appended to it", finding.line());
      }
    }
  }

  private static void refuse(RedisEventStore redis, Finding unfit) {
    redis.close();
    throw new BadConfigurationException("store is unfit for a log: Redis " + unfit.line());
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
