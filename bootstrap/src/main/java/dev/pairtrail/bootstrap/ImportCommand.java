package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.ExportReader;
import dev.pairtrail.application.history.Import;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an exported log into a store. */
@Command(
    name = "import",
    description =
        "Brings an exported log, as a whole and as it is, into a queue that has no entries yet. An"
            + " import that was broken off goes on when it is repeated.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
  private static final int PAGE = 500;

  @Mixin private LogOptions options;

  @Parameters(paramLabel = "FILE", description = "what export wrote, of a whole log")
  private Path file;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ImportCommand() {}

  @Override
  public void run() {
    try (ExportReader reader = ExportReader.open(file);
        OpenLog open = options.openToWrite(reader.queue())) {
      QueueName queue = open.log().queue();
      if (reader.queue().filter(queue::equals).isEmpty() && isSealed(file)) {
        throw new BadConfigurationException(
            "queue takes the name under which the log was sealed: its seals fit no other, not "
                + queue.value());
      }
      Import.Done done = run(reader, open);
      spec.commandLine()
          .getOut()
          .printf(
              "queue %s: %d entries, %d of them added now%n",
              queue.value(), done.entries(), done.added());
      spec.commandLine().getOut().flush();
    }
  }

  private static boolean isSealed(Path file) {
    try (ExportReader reader = ExportReader.open(file)) {
      for (List<LogEntry> entries = reader.next(PAGE);
          !entries.isEmpty();
          entries = reader.next(PAGE)) {
        if (entries.stream().anyMatch(ImportCommand::isSeal)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isSeal(LogEntry entry) {
    return entry instanceof RecordedEvent recorded && recorded.event() instanceof LogSealed;
  }

  private static Import.Done run(ExportReader reader, OpenLog open) {
    try (Meter meter = Meter.of("import", open.log())) {
      return new Import(open.log(), open.store().log(open.log().queue()), reader::next).run(meter);
    }
  }
}
