package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the servers, once started again and again, and says whether they may be appended to. A
 * server that does not answer changes no verdict. Thread-safe.
 */
final class Guard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  /** Until the servers fit, and from then on. */
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
  private static final Duration END_WITHIN = Duration.ofSeconds(5);
  private static final String NOT_LOOKED_AT = "Redis: it has not been checked yet";

  private final ServerCheck check;
  private final Thread thread = Thread.ofVirtual().name("redis-check").unstarted(this::watch);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<String> refusal = Optional.empty();
  private volatile Consumer<List<Finding>> report = _ -> {};
  private volatile List<Finding> last = List.of();

  Guard(ServerCheck check) {
    this.check = check;
  }

  List<Finding> look() {
    return Failures.translate(check::findings);
  }

  /** Looks once, then in the background; tells what has changed since. */
  List<Finding> start(Consumer<List<Finding>> listener) {
    refusal = Optional.of(NOT_LOOKED_AT);
    judge();
    report = listener;
    thread.start();
    return last;
  }

  /** Why nothing may be appended, if so; never before the start. */
  Optional<String> refusal() {
    return refusal;
  }

  private void judge() {
    try {
      List<Finding> found = look();
      refusal = reason(found);
      if (!unquantified(found).equals(unquantified(last))) {
        report.accept(found);
      }
      last = found;
    } catch (StoreUnavailableException e) {
      // The verdict stays; readiness says that the store is away.
    } catch (RuntimeException | Error e) {
      LOG.error("the servers could not be checked; the verdict stays", e);
    }
  }

  private static Optional<String> reason(List<Finding> found) {
    return found.stream().filter(Finding::isRefused).findFirst().map(Finding::line);
  }

  /** What the report depends on: a clock's difference is another each time. */
  private static List<String> unquantified(List<Finding> found) {
    return found.stream()
        .map(finding -> finding.server() + finding.what() + finding.severity())
        .collect(Collectors.toList());
  }

  private void watch() {
    try {
      while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        judge();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    return refusal.isPresent() ? LOOK_AGAIN_AFTER : LOOK_EVERY;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
