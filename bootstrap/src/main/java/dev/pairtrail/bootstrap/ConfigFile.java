package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.Settings;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file, read and checked as a whole.
 *
 * @param auth by what callers are known; without keys and tokens where the file says nothing of it
 * @param queues at least one
 * @param redisKeys of the queues that name one
 * @param retention of the queues whose logs are not kept for ever
 */
record ConfigFile(
    Optional<String> host,
    Optional<Integer> port,
    Optional<String> store,
    Optional<String> instance,
    Optional<String> durability,
    Settings.Workers workers,
    Auth auth,
    Settings.Feeds feeds,
    Map<QueueName, RuleSet> queues,
    Map<QueueName, String> redisKeys,
    Map<QueueName, Retention> retention) {
  private static final QueueName DEFAULT_QUEUE = new QueueName("default");
  private static final String PREFIX = FileShape.PREFIX + ".";
  private static final String UNKNOWN_KEY =
      " in PropertiesConfigSource\\S+ does not map to any root";
  private static final String NOT_CONVERTED =
      "The config property (\\S+) with the config value \".*?\" threw an Exception whilst being"
          + " converted ";
  private static final String PROBLEM_CODE = "(java\\.\\S+: )?SRCFG\\d+: ";

  /** What holds without a file: one queue, 1v1, whoever waits longest first. */
  private static ConfigFile none() {
    return new ConfigFile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Settings.defaults().workers(),
        Auth.NONE,
        Settings.defaults().feeds(),
        Map.of(DEFAULT_QUEUE, RuleSet.oneOnOne()),
        Map.of(),
        Map.of());
  }

  /** What a file says, or what holds without one; see {@link #read(Path)}. */
  static ConfigFile of(@Nullable Path file) {
    return file == null ? none() : read(file);
  }

  /**
   * Reads a file.
   *
   * @throws BadConfigurationException with all that is wrong with it
   */
  static ConfigFile read(Path file) {
    List<String> problems = new ArrayList<>();
    FileShape shape = shape(file, problems);
    Map<QueueName, RuleSet> queues = new TreeMap<>();
    Map<QueueName, String> keys = new TreeMap<>();
    Map<QueueName, Retention> retention = new TreeMap<>();
    shape
        .queues()
        .forEach((name, queue) -> {
          QueueReader reader = new QueueReader("queues." + name, problems);
          reader
              .name(name)
              .ifPresent(queueName -> {
                reader.rules(queue).ifPresent(rules -> queues.put(queueName, rules));
                reader.redisKey(queue).ifPresent(key -> keys.put(queueName, key));
                queue
                    .retention()
                    .flatMap(new RetentionReader("queues." + name + ".retention", problems)::read)
                    .ifPresent(kept -> retention.put(queueName, kept));
              });
        });
    if (shape.queues().isEmpty()) {
      problems.add("queues: names none; a queue needs at least one key, such as start: auto");
    }
    noteShared(keys, queues.keySet(), problems);
    Settings.Workers workers = new WorkerReader(problems).read(shape.workers());
    Auth auth = shape.auth().map(new AuthReader(problems)::read).orElse(Auth.NONE);
    Settings.Feeds feeds = new FeedsReader(problems).read(shape.feeds());
    if (!problems.isEmpty()) {
      throw bad(file, problems);
    }
    return new ConfigFile(
        shape.host(),
        shape.port(),
        shape.store(),
        shape.instance(),
        shape.durability(),
        workers,
        auth,
        feeds,
        queues,
        keys,
        retention);
  }

  /** Two queues in one log would be one queue with two sets of rules. */
  private static void noteShared(
      Map<QueueName, String> named, Set<QueueName> queues, List<String> problems) {
    Map<String, QueueName> owners = new HashMap<>();
    for (QueueName queue : queues) {
      String key = named.getOrDefault(queue, RedisEventStore.defaultKey(queue));
      QueueName owner = owners.putIfAbsent(key, queue);
      if (owner != null) {
        problems.add(
            "queues.%s.redis_key: %s is the log of queue %s"
                .formatted(queue.value(), key, owner.value()));
      }
    }
  }

  /** The keys of the file; those that are not known are noted and left out. */
  private static FileShape shape(Path file, List<String> problems) {
    if (!Files.isReadable(file)) {
      throw new BadConfigurationException("config takes a readable file, not " + file);
    }
    try {
      String yaml = YamlCheck.text(file);
      YamlCheck.check(yaml, problems);
      ConfigSource source = underPrefix(new YamlConfigSource(file.toUri().toString(), yaml));
      try {
        return shape(source, true);
      } catch (ConfigValidationException e) {
        problems.addAll(problems(e));
        return shape(source, false);
      }
    } catch (ConfigValidationException e) {
      throw bad(file, problems);
    } catch (IOException | RuntimeException e) {
      throw bad(file, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static FileShape shape(ConfigSource source, boolean withoutOthers) {
    return new SmallRyeConfigBuilder()
        .withMapping(FileShape.class)
        .withValidateUnknown(withoutOthers)
        .withSources(source)
        .build()
        .getConfigMapping(FileShape.class);
  }

  private static List<String> problems(ConfigValidationException e) {
    return IntStream.range(0, e.getProblemCount())
        .mapToObj(i -> e.getProblem(i).getMessage())
        .toList();
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
            .replaceAll(UNKNOWN_KEY, " is not a key of this version, or not of this form")
            .replaceAll(NOT_CONVERTED, "$1: ")
            .replace(PREFIX, "")
            .replaceAll("\\s+", " ");
    return new BadConfigurationException(file + ": " + all);
  }
}
