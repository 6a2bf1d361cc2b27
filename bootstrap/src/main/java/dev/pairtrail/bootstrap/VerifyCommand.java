package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Verifier;
import dev.pairtrail.application.history.VerifyReport;
import dev.pairtrail.domain.queue.Seal;
import dev.pairtrail.format.CloudEvents;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Verifies a log, and tells the first fault. */
@Command(
    name = "verify",
    description =
        "Verifies a log: its order and seals, that each event could happen, and that each match is"
            + " what the rules make of its moment.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the log is sound",
      "1:the log has a fault, which is told",
      "2:bad usage or configuration, or the store does not answer"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private LogOptions options;

  @Option(
      names = "--to",
      paramLabel = "POSITION|TIME",
      description = "the last position or time that is looked at (the end of the log)")
  private LogPoint to = new LogPoint.End();

  @Option(
      names = "--seal",
      paramLabel = "SHA256",
      description = "the digest of a seal that you kept elsewhere, which the log must have")
  private @Nullable String seal;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  VerifyCommand() {}

  @Override
  public Integer call() {
    VerifyReport report = verified();
    Map<String, Object> figures = figures(report);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? JSON.writeValueAsString(figures) + System.lineSeparator() : text(figures));
    out.flush();
    return report.fault().isPresent() ? 1 : 0;
  }

  private VerifyReport verified() {
    try (OpenLog open = options.open();
        Meter meter = Meter.of("verify", open.log())) {
      int eventsPerPass = Settings.defaults().commits().eventsPerPass();
      return new Verifier(open.log(), CloudEvents::line, eventsPerPass)
          .expecting(Optional.ofNullable(seal))
          .verify(to, meter);
    }
  }

  private static Map<String, Object> figures(VerifyReport report) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("verdict", report.fault().isEmpty() ? "sound" : "at fault");
    report.fault().ifPresent(fault -> figures.put("fault", fault.position() + ": " + fault.text()));
    figures.put("position", report.head().position().toString());
    figures.put("revision", report.head().revision());
    figures.put("entries", report.entries());
    figures.put("decided_again", report.decisions());
    figures.put("without_reasons", report.undecided());
    figures.put("foreign", report.foreign());
    figures.put("unreadable", report.unreadable());
    figures.put("seals", report.seals());
    figures.put("unsealed", report.unsealed());
    report.lastSeal().map(Seal::sha256).ifPresent(sha -> figures.put("last_seal", sha));
    figures.put("notes", report.notes());
    return figures;
  }

  private static String text(Map<String, Object> figures) {
    Table table = new Table("verify", "");
    figures.forEach((key, value) -> {
      if (!key.equals("notes")) {
        table.row(key, String.valueOf(value));
      }
    });
    StringBuilder text = new StringBuilder(table.text());
    if (figures.get("notes") instanceof Iterable<?> notes) {
      notes.forEach(note -> text.append("note: ").append(note).append(System.lineSeparator()));
    }
    return text.toString();
  }
}
