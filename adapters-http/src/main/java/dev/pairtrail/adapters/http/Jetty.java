package dev.pairtrail.adapters.http;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The server below Javalin: where it listens, how it stops, and what it says of itself. */
final class Jetty {
  /** How long a connection without a request lasts when the server stops. */
  private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(100);

  private final HttpSettings settings;
  private final GracefulHandler underWay = new GracefulHandler();

  Jetty(HttpSettings settings) {
    this.settings = settings;
  }

  void configure(JettyConfig config) {
    config.modifyServer(this::configure);
    config.addConnector(this::connector);
    config.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
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

  /** Refuses every request that comes from now on. */
  void drain() {
    var _ = underWay.shutdown();
  }

  long requestsUnderWay() {
    return underWay.getCurrentRequestCount();
  }
}
