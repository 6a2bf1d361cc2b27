package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Durability;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RuleSet;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A configuration file, read and checked as a whole.
 *
 * @param queues at least one
 * @param redisKeys of the queues that name one
 */
record ConfigFile(
    Optional<String> host,
    Optional<Integer> port,
    Optional<String> store,
    Optional<String> instance,
    Durability durability,
    Map<QueueName, RuleSet> queues,
    Map<QueueName, String> redisKeys) {
  private static final QueueName DEFAULT_QUEUE = new QueueName("default");
  private static final String PREFIX = FileShape.PREFIX + ".";
  private static final String UNKNOWN_KEY =
      " in PropertiesConfigSource\\S+ does not map to any root";
  private static final String PROBLEM_CODE = "(java\\.\\S+: )?SRCFG\\d+: ";

  /** What holds without a file: one queue, 1v1, whoever waits longest first. */
  static ConfigFile none() {
    return new ConfigFile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Durability.LOCAL,
        Map.of(DEFAULT_QUEUE, RuleSet.oneOnOne()),
        Map.of());
  }

  /**
   * Reads a file.
   *
   * @throws BadConfigurationException with all that is wrong with it
   */
  static ConfigFile read(Path file) {
    FileShape shape = shape(file);
    List<String> problems = new ArrayList<>();
    Map<QueueName, RuleSet> queues = new TreeMap<>();
    Map<QueueName, String> keys = new TreeMap<>();
    shape
        .queues()
        .forEach((name, queue) -> {
          QueueReader reader = new QueueReader("queues." + name, problems);
          reader
              .name(name)
              .ifPresent(queueName -> {
                reader.rules(queue).ifPresent(rules -> queues.put(queueName, rules));
                reader.redisKey(queue).ifPresent(key -> keys.put(queueName, key));
              });
        });
    if (shape.queues().isEmpty()) {
      problems.add("queues: names none; a queue needs at least one key, such as start: auto");
    }
    Durability durability = DurabilityReader.read(shape.durability(), problems);
    if (!problems.isEmpty()) {
      throw bad(file, problems);
    }
    return new ConfigFile(
        shape.host(), shape.port(), shape.store(), shape.instance(), durability, queues, keys);
  }

  private static FileShape shape(Path file) {
    if (!Files.isReadable(file)) {
      throw new BadConfigurationException("config takes a readable file, not " + file);
    }
    try {
      return new SmallRyeConfigBuilder()
          .withMapping(FileShape.class)
          .withSources(underPrefix(new YamlConfigSource(file.toUri().toURL())))
          .build()
          .getConfigMapping(FileShape.class);
    } catch (ConfigValidationException e) {
      List<String> problems = new ArrayList<>();
      for (int i = 0; i < e.getProblemCount(); i++) {
        problems.add(e.getProblem(i).getMessage());
      }
      throw bad(file, problems);
    } catch (IOException | RuntimeException e) {
      throw bad(file, List.of(String.valueOf(e.getMessage())));
    }
  }

  /** SmallRye looks for unknown keys below a prefix only, which a file does not have. */
  private static ConfigSource underPrefix(YamlConfigSource file) {
    Map<String, String> properties = new TreeMap<>();
    file.getProperties().forEach((key, value) -> properties.put(PREFIX + key, value));
    return new PropertiesConfigSource(properties, file.getName(), file.getOrdinal());
  }

  private static BadConfigurationException bad(Path file, List<String> problems) {
    String all =
        String.join("; ", problems)
            .replaceAll(PROBLEM_CODE, "")
            .replaceAll(UNKNOWN_KEY, " is not a key of this version")
            .replace(PREFIX, "")
            .replaceAll("\\s+", " ");
    return new BadConfigurationException(file + ": " + all);
  }
}
