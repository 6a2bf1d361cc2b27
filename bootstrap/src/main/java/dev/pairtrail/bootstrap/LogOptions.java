package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.ExportedStore;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.Position;
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
      description = "where the log is, as for serve, or export:FILE for one that export wrote")
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
      description = "whose log it is (that of the export, or the only one that is configured)")
  private @Nullable String queue;

  /** For picocli. */
  LogOptions() {}

  /** What the configuration says, or what holds without one. */
  ConfigFile file() {
    return ConfigFile.of(config);
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
   * @throws BadConfigurationException if none is named, it has no entry, or it cannot outlive its
   *     server
   */
  OpenLog open() {
    ConfigFile file = file();
    OpenLog open = open(file, StoreChoice.of(store, file), asked());
    if (open.log().first(Position.START, 1).isEmpty()) {
      open.close();
      throw new BadConfigurationException(
          "queue takes one that has a log in this store, not " + open.log().queue().value());
    }
    return open;
  }

  /**
   * As {@link #open}, where the log is to be written.
   *
   * @param likely the queue, unless one is asked for
   * @throws BadConfigurationException if it is only to be read, too
   */
  OpenLog openToWrite(Optional<QueueName> likely) {
    ConfigFile file = file();
    return open(file, StoreChoice.ofServers(store, file), asked().or(() -> likely));
  }

  private OpenLog open(ConfigFile file, StoreChoice choice, Optional<QueueName> asked) {
    OpenStore open = OpenStore.of(choice, file);
    EventStore opened = open.store();
    QueueName name = asked.or(() -> exported(opened)).orElseGet(() -> onlyOne(file));
    requireHeld(name, opened);
    return new OpenLog(
        open,
        RecordedLog.of(
            opened,
            name,
            opened instanceof ExportedStore
                ? Optional.empty()
                : Optional.ofNullable(file.retention().get(name)),
            Settings.defaults().reads().page()));
  }

  /**
   * Whose log it is where no export says so.
   *
   * @throws BadConfigurationException if none is named, or not by a name
   */
  QueueName queue(ConfigFile file) {
    return asked().orElseGet(() -> onlyOne(file));
  }

  private Optional<QueueName> asked() {
    try {
      return Optional.ofNullable(queue).map(QueueName::new);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException("queue " + e.getMessage());
    }
  }

  private static Optional<QueueName> exported(EventStore store) {
    return store instanceof ExportedStore export ? export.queue() : Optional.empty();
  }

  private static void requireHeld(QueueName name, EventStore store) {
    exported(store)
        .filter(held -> !held.equals(name))
        .ifPresent(held -> {
          throw new BadConfigurationException(
              "queue takes " + held.value() + ", whose log was exported, not " + name.value());
        });
  }

  private static QueueName onlyOne(ConfigFile file) {
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
