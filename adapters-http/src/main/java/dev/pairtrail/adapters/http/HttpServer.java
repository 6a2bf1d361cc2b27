package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.application.Pairtrail;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the HTTP API of one instance of the application. Thread-safe. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** How long a connection without a request lasts when the server stops. */
  private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(100);

  private static final int COPY_BUFFER = 2 * 1024;

  private final Pairtrail application;
  private final HttpSettings settings;
  private final GracefulHandler underWay = new GracefulHandler();
  private final Javalin javalin;

  /** Puts the server together; {@link #start} opens its port. */
  public HttpServer(Pairtrail application, HttpSettings settings) {
    this.application = application;
    this.settings = settings;
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
    config.jetty.modifyServer(this::configure);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
    config.router.handlerWrapper(Failures::guard);
    Failures.map(config.routes);
    new Routes(config.routes).add(application, settings);
  }

  private void configure(Server server) {
    server.setErrorHandler(new JettyErrors());
    server.insertHandler(underWay);
    server.setStopTimeout(settings.stopWithin().toMillis());
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idleTimeout().toMillis());
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    return connector;
  }

  /** Opens the port. */
  public HttpServer start() {
    javalin.start();
    return this;
  }

  /** The port that is listened on. */
  public int port() {
    return javalin.port();
  }

  /**
   * Takes no more connections and refuses what still comes on those there are. What is under way
   * goes on.
   */
  public void drain() {
    var _ = underWay.shutdown();
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
    }
  }
}
