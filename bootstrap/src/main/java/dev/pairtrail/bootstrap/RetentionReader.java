package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.FolderArchive;
import dev.pairtrail.application.Retention;
import dev.pairtrail.domain.rules.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the retention of a queue into what it means, and notes all that is wrong with it. */
record RetentionReader(String path, List<String> problems) {

  /** The retention; empty if something is wrong. */
  Optional<Retention> read(FileShape.Retention shape) {
    int before = problems.size();
    Optional<Duration> maxAge = shape.maxAge().flatMap(this::age);
    if (shape.archive().isEmpty()) {
      report(".archive", "is missing: without an archive nothing is trimmed; it takes a folder");
    }
    if (shape.maxEvents().isEmpty() && shape.maxAge().isEmpty()) {
      report("", "takes max_events, max_age or both");
    }
    if (shape.maxEvents().orElse(1) < 1) {
      report(".max_events", "takes 1 or more, not " + shape.maxEvents().getAsLong());
    }
    return problems.size() > before
        ? Optional.empty()
        : shape
            .archive()
            .map(folder ->
                new Retention(
                    shape.maxEvents(),
                    maxAge,
                    new FolderArchive(Path.of(folder).toAbsolutePath().normalize())));
  }

  private Optional<Duration> age(String text) {
    try {
      Duration age = DurationText.parse(text);
      if (age.isPositive()) {
        return Optional.of(age);
      }
      report(".max_age", "takes more than zero, not " + text);
    } catch (IllegalArgumentException e) {
      report(".max_age", e.getMessage());
    }
    return Optional.empty();
  }

  private void report(String at, @Nullable String problem) {
    problems.add(path + at + ": " + problem);
  }
}
