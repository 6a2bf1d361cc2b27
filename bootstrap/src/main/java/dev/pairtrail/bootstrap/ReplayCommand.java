package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Replay;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Folds a log as far as asked, and tells what the state was there. */
@Command(
    name = "replay",
    description = "Folds a log up to a position or a time and tells what had happened by then.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private LogOptions options;

  @Option(
      names = "--to",
      paramLabel = "POSITION|TIME",
      description = "the last position or time that counts (the end of the log)")
  private LogPoint to = new LogPoint.End();

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ReplayCommand() {}

  @Override
  public Integer call() {
    QueueState state = folded();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json ? JSON.writeValueAsString(figures(state)) + System.lineSeparator() : text(state));
    out.flush();
    return 0;
  }

  private QueueState folded() {
    try (OpenLog open = options.open();
        Meter meter = Meter.of("replay", open.log())) {
      QueueState first = new QueueState(open.log().queue(), QueueState.DEFAULT_REMEMBERED);
      return Replay.fold(open.log(), first, to, meter);
    }
  }

  private static String text(QueueState state) {
    Table table = new Table("queue " + state.queue().value(), "");
    figures(state).forEach((key, value) -> table.row(key, String.valueOf(value)));
    return table.text();
  }

  private static Map<String, Object> figures(QueueState state) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("position", state.head().position().toString());
    figures.put("revision", state.head().revision());
    figures.put("waiting", state.depth());
    figures.put("open_rooms", state.openRooms().size());
    figures.put("rules_version", state.rules().version());
    for (Count count : Count.values()) {
      figures.put(count.name().toLowerCase(Locale.ROOT), state.counts().getOrDefault(count, 0L));
    }
    return figures;
  }
}
