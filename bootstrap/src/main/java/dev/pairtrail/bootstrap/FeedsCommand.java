package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.FeedRebuild;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Position;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how far the feeds of players and rooms are derived, or derives them anew. */
@Command(
    name = "feeds",
    description =
        "Tells how far the feeds of players and rooms are derived from the logs of all queues, or"
            + " derives them anew. The servers may go on meanwhile.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:somebody else began to derive the feeds anew meanwhile",
      "2:bad usage or configuration, or the store does not answer"
    })
final class FeedsCommand implements Callable<Integer> {
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
      description = "as for serve; names the queues, and says where logs and archives are")
  private @Nullable Path config;

  @Option(
      names = "--rebuild",
      description = "empties all feeds and derives them anew, from logs and archives")
  private boolean rebuild;

  @Option(
      names = "--from",
      paramLabel = "POSITION|TIME",
      description = "with --rebuild: the first position or time that counts (the beginning)")
  private @Nullable LogPoint from;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  FeedsCommand() {}

  @Override
  public Integer call() {
    ConfigFile file = ConfigFile.of(config);
    if (!file.feeds().enabled()) {
      throw new BadConfigurationException("feeds.enabled is false: there are no feeds");
    }
    if (from != null && !rebuild) {
      throw new BadConfigurationException("from is for --rebuild");
    }
    try (OpenStore open = OpenStore.of(StoreChoice.ofServers(store, file), file)) {
      List<RecordedLog> logs = logs(open.store(), file);
      FeedsReport report =
          rebuild
              ? rebuilt(open.store().feeds(), logs, file.feeds())
              : looked(open.store().feeds(), logs);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.json() : report.text());
      out.flush();
      return report.isComplete() ? 0 : 1;
    }
  }

  private static List<RecordedLog> logs(EventStore store, ConfigFile file) {
    int page = Settings.defaults().reads().page();
    return file.queues().keySet().stream()
        .map(queue ->
            RecordedLog.of(store, queue, Optional.ofNullable(file.retention().get(queue)), page))
        .toList();
  }

  private static FeedsReport looked(Feeds feeds, List<RecordedLog> logs) {
    List<FeedsReport.Row> rows = new ArrayList<>();
    for (RecordedLog log : logs) {
      try (Meter meter = Meter.of("feeds of " + log.queue().value(), log)) {
        rows.add(FeedsReport.looked(log.queue(), FeedRebuild.status(feeds, log, meter)));
      }
    }
    return new FeedsReport(rows);
  }

  private FeedsReport rebuilt(Feeds feeds, List<RecordedLog> logs, Settings.Feeds settings) {
    Position start = Optional.ofNullable(from).map(LogPoint::before).orElse(Position.START);
    Feeds.Kept kept = new Feeds.Kept(settings.ttl(), settings.entries());
    FeedRebuild rebuilding = FeedRebuild.begin(feeds, start, kept, InstantSource.system());
    List<FeedsReport.Row> rows = new ArrayList<>();
    for (RecordedLog log : logs) {
      try (Meter meter = Meter.of("feeds of " + log.queue().value(), log)) {
        rows.add(FeedsReport.rebuilt(log.queue(), rebuilding.derive(log, meter)));
      }
    }
    return new FeedsReport(rows);
  }
}
