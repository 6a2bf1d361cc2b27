package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.ExportWriter;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.Selection;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a log, or what of it is asked for, as lines of CloudEvents. */
@Command(
    name = "export",
    description =
        "Writes a log, or a part of it, as NDJSON: one CloudEvent a line. A file is there as a"
            + " whole or not at all. It can be read in the place of a store, as export:FILE.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
  private static final String STANDARD_OUTPUT = "-";

  @Mixin private LogOptions options;

  @Option(names = "--player", paramLabel = "ID", description = "only what touches this player")
  private @Nullable String player;

  @Option(names = "--room", paramLabel = "ID", description = "only what touches this room")
  private @Nullable String room;

  @Option(
      names = "--from",
      paramLabel = "POSITION|TIME",
      description = "the first position or time that counts (the beginning of the log)")
  private @Nullable LogPoint from;

  @Option(
      names = "--to",
      paramLabel = "POSITION|TIME",
      description = "the last position or time that counts (the end of the log)")
  private LogPoint to = new LogPoint.End();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "where to; compressed with zstd if it ends in .zst (standard output)")
  private String output = STANDARD_OUTPUT;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ExportCommand() {}

  @Override
  public void run() {
    Selection selection = selection();
    try (OpenLog open = options.open();
        ExportWriter writer = writer(open.log().queue())) {
      long written = write(open, selection, writer);
      writer.finish();
      if (!isStandardOutput()) {
        spec.commandLine().getErr().printf("%d entries written to %s%n", written, output);
      }
    }
  }

  private long write(OpenLog open, Selection selection, ExportWriter writer) {
    AtomicLong written = new AtomicLong();
    try (Meter meter = Meter.of("export", open.log())) {
      selection.read(
          open.log(),
          entries -> {
            writer.write(entries);
            written.addAndGet(entries.size());
          },
          isStandardOutput() ? Progress.NONE : meter);
    }
    return written.get();
  }

  private ExportWriter writer(QueueName queue) {
    return isStandardOutput()
        ? ExportWriter.to(queue, "standard output", new FileOutputStream(FileDescriptor.out))
        : ExportWriter.to(queue, Path.of(output));
  }

  private boolean isStandardOutput() {
    return output.equals(STANDARD_OUTPUT);
  }

  private Selection selection() {
    Set<Tag> tags = new HashSet<>();
    tag("player", player, id -> Tag.player(new PlayerId(id))).ifPresent(tags::add);
    tag("room", room, id -> Tag.room(new RoomId(id))).ifPresent(tags::add);
    Position after = Optional.ofNullable(from).map(LogPoint::before).orElse(Position.START);
    if (!to.last().isAfter(after)) {
      throw new BadConfigurationException("--from takes what is not after --to");
    }
    return new Selection(after, to, tags);
  }

  private static Optional<Tag> tag(String option, @Nullable String id, Function<String, Tag> tag) {
    try {
      return Optional.ofNullable(id).map(tag);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException("--" + option + ": " + e.getMessage());
    }
  }
}
