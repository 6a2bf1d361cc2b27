package dev.pairtrail.bootstrap;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Looks at a store and at the logs in it, or only at a configuration file. Ends with 0 if nothing
 * is refused, with 1 if something is.
 */
@Command(
    name = "inspect",
    description =
        "Says whether a Redis store is fit for a log, and how its queues stand;"
            + " with --config alone, whether the file is valid.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "${env:PAIRTRAIL_STORE:-" + Option.NULL_VALUE + "}",
      description = StoreChoice.FORMS)
  private @Nullable String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:PAIRTRAIL_CONFIG:-" + Option.NULL_VALUE + "}",
      description = "the queues to look at (one queue, default)")
  private @Nullable Path config;

  @Option(names = "--json", description = "as JSON instead of tables")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  InspectCommand() {}

  @Override
  public Integer call() {
    ConfigFile file = config == null ? ConfigFile.none() : ConfigFile.read(config);
    if (store != null) {
      return inspect(store, file);
    }
    if (config == null) {
      throw new ParameterException(spec.commandLine(), "inspect takes --store, --config or both");
    }
    out().println(json ? InspectionJson.valid(file) : config + " is valid: " + queues(file));
    return 0;
  }

  private static String queues(ConfigFile file) {
    int count = file.queues().size();
    return count == 1 ? "1 queue" : count + " queues";
  }

  private int inspect(String text, ConfigFile file) {
    Inspection inspection =
        switch (StoreChoice.parse(text)) {
          case StoreChoice.Memory() ->
              throw new BadConfigurationException("inspect takes a store on Redis, not memory");
          case StoreChoice.Redis redis -> Inspection.of(redis, file);
        };
    out().println(json ? InspectionJson.of(inspection) : InspectionText.of(inspection));
    return inspection.isRefused() ? REFUSED : 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
