package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which log a command reads. */
final class LogOptions {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "${env:PAIRTRAIL_STORE:-" + Option.NULL_VALUE + "}",
      description = "where the log is, as for serve")
  private @Nullable String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:PAIRTRAIL_CONFIG:-" + Option.NULL_VALUE + "}",
      description = "as for serve; says where logs and archives are")
  private @Nullable Path config;

  @Option(
      names = "--queue",
      paramLabel = "QUEUE",
      description = "whose log it is (the only one that the configuration names)")
  private @Nullable String queue;

  /** For picocli. */
  LogOptions() {}

  /** What the configuration says, or what holds without one. */
  ConfigFile file() {
    return config == null ? ConfigFile.none() : ConfigFile.read(config);
  }

  /**
   * What the configuration says.
   *
   * @throws BadConfigurationException if none is named
   */
  ConfigFile fileWithRules() {
    if (config == null) {
      throw new BadConfigurationException("config takes the file with the rules to try");
    }
    return file();
  }

  /**
   * Opens the log; close it.
   *
   * @throws BadConfigurationException if none is named, or it cannot outlive its server
   */
  OpenLog open() {
    ConfigFile file = file();
    StoreChoice choice = StoreChoice.of(store, file);
    if (choice instanceof StoreChoice.Memory) {
      throw new BadConfigurationException(
          "store takes the store whose log is to be read, such as redis://HOST:PORT;"
              + " memory ends with its server");
    }
    QueueName name = queue(file);
    EventStore opened = Stores.open(choice, file.redisKeys());
    return new OpenLog(
        opened,
        RecordedLog.of(
            opened,
            name,
            Optional.ofNullable(file.retention().get(name)),
            Settings.defaults().reads().page()));
  }

  /**
   * Whose log it is.
   *
   * @throws BadConfigurationException if none is named, or not by a name
   */
  QueueName queue(ConfigFile file) {
    if (queue != null) {
      try {
        return new QueueName(queue);
      } catch (IllegalArgumentException e) {
        throw new BadConfigurationException("queue " + e.getMessage());
      }
    }
    if (file.queues().size() == 1) {
      return file.queues().keySet().iterator().next();
    }
    throw new BadConfigurationException("queue takes one of " + names(file));
  }

  static BadConfigurationException unknownQueue(ConfigFile file, String name) {
    return new BadConfigurationException("queue takes one of " + names(file) + ", not " + name);
  }

  private static String names(ConfigFile file) {
    return file.queues().keySet().stream().map(QueueName::value).collect(Collectors.joining(", "));
  }
}
