package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.GuardedRoutes;
import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.application.Pairtrail;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the HTTP API of one instance of the application. Thread-safe. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final int COPY_BUFFER = 2 * 1024;

  private final Pairtrail application;
  private final HttpSettings settings;
  private final Credentials credentials;
  private final Patience patience;
  private final Metrics metrics;
  private final Jetty jetty;
  private final Javalin javalin;

  /** A server that lets whoever reaches it do all. */
  public HttpServer(Pairtrail application, HttpSettings settings) {
    this(application, settings, Credentials.NONE);
  }

  /** Puts the server together; {@link #start} opens its port. */
  public HttpServer(Pairtrail application, HttpSettings settings, Credentials credentials) {
    this.application = application;
    this.settings = settings;
    this.credentials = credentials;
    patience = new Patience(settings.answerWithin());
    metrics = new Metrics(application.queues());
    jetty = new Jetty(settings);
    javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    // Jetty would stick to the charset of a first type that has one.
    config.http.defaultContentType = Problem.MEDIA_TYPE;
    // Made anew for each answer, and of Jetty's 32 KiB unless told otherwise.
    config.http.responseBufferSize = COPY_BUFFER;
    config.router.handlerWrapper(Failures::guard);
    jetty.configure(config.jetty);
    Failures.map(config.routes);
    new Routes(new GuardedRoutes(config.routes, credentials))
        .add(application, settings, patience, metrics);
  }

  /**
   * Opens the port.
   *
   * @throws UncheckedIOException if it cannot be listened on
   */
  public HttpServer start() {
    try {
      javalin.start();
    } catch (JavalinException e) {
      String why = String.valueOf(rootCause(e).getMessage());
      throw new UncheckedIOException(
          "cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), why),
          new IOException(e));
    }
    patience.start();
    return this;
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The port that is listened on. */
  public int port() {
    return javalin.port();
  }

  /** Refuses every request that comes from now on. Those that are under way go on. */
  public void drain() {
    jetty.drain();
  }

  /** All that Javalin was given to handle requests by. */
  List<Endpoint> endpoints() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .toList();
  }

  long requestsUnderWay() {
    return jetty.requestsUnderWay();
  }

  /**
   * Drains, ends the streams and the answers that are held, waits until what is under way is
   * answered, within a limit, and stops. The application is to be closed after it.
   */
  @Override
  public void close() {
    drain();
    application.endLiveReads();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("answers were cut off that did not end within {}", settings.stopWithin(), e);
    } finally {
      patience.close();
      metrics.close();
    }
  }
}
