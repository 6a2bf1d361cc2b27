package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.QueueName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at a configuration file and at a store, and changes nothing. */
@Command(
    name = "inspect",
    description = "Checks a configuration file, and whether a store is fit to keep logs.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:the store is unfit for a log",
      "2:bad usage or configuration, or the store does not answer"
    })
final class InspectCommand implements Callable<Integer> {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "${env:PAIRTRAIL_STORE:-" + Option.NULL_VALUE + "}",
      description = "as for serve")
  private @Nullable String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:PAIRTRAIL_CONFIG:-" + Option.NULL_VALUE + "}",
      description = "as for serve; it is checked as a whole")
  private @Nullable Path config;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  InspectCommand() {}

  @Override
  public Integer call() {
    ConfigFile file = ConfigFile.of(config);
    var _ = file.auth().credentials(System::getenv);
    Inspection found =
        switch (StoreChoice.of(store, file)) {
          case StoreChoice.Memory _ -> new Inspection(List.of(), List.of());
          case StoreChoice.Redis redis -> inspect(redis, file);
          case StoreChoice.Exported exported -> throw exported.readOnly();
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? found.json() : found.text(file.queues().keySet()));
    out.flush();
    return found.findings().stream().anyMatch(Finding::isRefused) ? 1 : 0;
  }

  private static Inspection inspect(StoreChoice.Redis redis, ConfigFile file) {
    Map<QueueName, String> keys = new TreeMap<>(file.redisKeys());
    file.queues().keySet().forEach(q -> keys.putIfAbsent(q, RedisEventStore.defaultKey(q)));
    try (RedisEventStore opened =
        new RedisEventStore(
            redis.uri(),
            queue -> keys.getOrDefault(queue, RedisEventStore.defaultKey(queue)),
            redis.durability())) {
      List<Finding> findings = opened.inspect();
      return new Inspection(
          findings,
          keys.keySet().stream()
              .map(queue -> new Inspection.Log(queue, opened.length(queue), opened.groups(queue)))
              .toList());
    } catch (StoreUnavailableException e) {
      throw new BadConfigurationException("store " + redis + " does not answer: " + e.reason());
    }
  }
}
