package dev.pairtrail.bootstrap;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves HTTP until it is told to stop. A flag wins over the environment, that over the file. */
@Command(
    name = "serve",
    description =
        "Serves HTTP; each option is also an environment variable, such as PAIRTRAIL_PORT.",
    mixinStandardHelpOptions = true,
    showDefaultValues = false)
final class ServeCommand implements Runnable {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "${env:PAIRTRAIL_HOST:-" + Option.NULL_VALUE + "}",
      description = "the address to listen on; without keys a loopback one (127.0.0.1)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:PAIRTRAIL_PORT:-" + Option.NULL_VALUE + "}",
      description = "the port to listen on, 0 for any free one (8080)")
  private @Nullable Integer port;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "${env:PAIRTRAIL_STORE:-" + Option.NULL_VALUE + "}",
      description = "memory, or redis, rediss, redis-sentinel, redis-cluster://HOST:PORT (memory)")
  private @Nullable String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:PAIRTRAIL_CONFIG:-" + Option.NULL_VALUE + "}",
      description = "queues and rule sets, as YAML (one queue, default: 1v1)")
  private @Nullable Path config;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      defaultValue = "${env:PAIRTRAIL_INSTANCE:-" + Option.NULL_VALUE + "}",
      description = "names this instance among those of one store (the host's name and the port)")
  private @Nullable String instance;

  /** For picocli. */
  ServeCommand() {}

  @Override
  public void run() {
    ConfigFile file = ConfigFile.of(config);
    Service.run(ServeSettings.of(host, port, store, instance, file));
  }
}
