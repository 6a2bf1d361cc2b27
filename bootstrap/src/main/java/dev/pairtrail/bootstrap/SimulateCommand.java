package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.whatif.Population;
import dev.pairtrail.application.whatif.Report;
import dev.pairtrail.application.whatif.Trial;
import dev.pairtrail.application.whatif.WhatIf;
import dev.pairtrail.application.whatif.Window;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a log would have come to under other rules, or what a made-up population does. */
@Command(
    name = "simulate",
    description = {
      "Matches the arrivals of a log, or made-up ones, anew under the rules of --config, and holds"
          + " the outcome against what was recorded.",
      "--config is the file with the rules to try, those of --queue; where it names a store, a"
          + " redis_key or an archive, the log is looked for there unless --store says otherwise."
    },
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_DIFFERENCES = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private LogOptions options;
  @Mixin private PopulationOptions madeUp;

  @Option(
      names = "--from",
      paramLabel = "POSITION|TIME",
      description = "the first position or time that counts (the beginning of the log)")
  private @Nullable LogPoint from;

  @Option(
      names = "--to",
      paramLabel = "POSITION|TIME",
      description = "the last position or time that counts (the end of the log)")
  private @Nullable LogPoint to;

  @Option(
      names = "--differences",
      paramLabel = "N",
      description = "how many matches that differ are listed (10)")
  private int differences = 10;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a report with plots to this file as well")
  private @Nullable Path html;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  SimulateCommand() {}

  @Override
  public Integer call() {
    Report report = report();
    if (html != null) {
      write(html, new WhatIfPage(report).text());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? JSON.writeValueAsString(WhatIfJson.of(report)) + System.lineSeparator()
            : WhatIfText.of(report));
    out.flush();
    return 0;
  }

  private Report report() {
    if (differences < 0 || differences > MOST_DIFFERENCES) {
      throw new BadConfigurationException("differences takes 0 to " + MOST_DIFFERENCES);
    }
    Optional<Population> population = madeUp.population();
    ConfigFile file = options.fileWithRules();
    QueueName queue = options.queue(file);
    Trial trial =
        new Trial(
            queue, rules(file, queue), Settings.defaults().commits().eventsPerPass(), differences);
    return population.map(made -> ofPopulation(made, trial)).orElseGet(() -> ofLog(trial));
  }

  private static RuleSet rules(ConfigFile file, QueueName queue) {
    return Optional.ofNullable(file.queues().get(queue))
        .orElseThrow(() -> LogOptions.unknownQueue(file, queue.value()));
  }

  private Report ofPopulation(Population population, Trial trial) {
    if (from != null || to != null) {
      throw new BadConfigurationException(
          (from != null ? "from" : "to") + " is for a log: leave it out, or arrivals");
    }
    try (Meter meter = Meter.during("simulate", WhatIf.end(population))) {
      return WhatIf.ofPopulation(population, trial, meter);
    }
  }

  private Report ofLog(Trial trial) {
    Window window =
        Window.of(Optional.ofNullable(from), Optional.ofNullable(to).orElse(new LogPoint.End()));
    try (OpenLog open = options.open();
        Meter meter = Meter.of("simulate", open.log())) {
      return WhatIf.ofLog(open.log(), window, trial, meter)
          .orElseThrow(() ->
              new BadConfigurationException(
                  "from, to: the log of queue " + trial.queue().value() + " has nothing there"));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadConfigurationException("html takes a file that can be written, not " + file);
    }
  }
}
