package dev.pairtrail.adapters.redis;

import static java.util.stream.Collectors.joining;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.format.EntryCodec;
import java.util.ArrayList;
import java.util.List;

/** What the append script is given. */
final class AppendArguments {
  /** A writer that is further behind than this reads on before it writes. */
  static final int MAX_SCANNED = 1_000;

  /** More missed entries than this are read by range, which is cheaper than through the script. */
  private static final int MAX_REPLIED = 16;

  private AppendArguments() {}

  static List<String> of(List<NewEvent> events, AppendCondition condition) {
    List<String> arguments = new ArrayList<>();
    arguments.add(condition.after().position().toString());
    arguments.add(Long.toString(condition.after().revision()));
    arguments.add(Integer.toString(MAX_SCANNED));
    arguments.add(Integer.toString(MAX_REPLIED));
    arguments.add(condition.tags().stream().map(Tag::text).collect(joining(" ")));
    for (NewEvent event : events) {
      arguments.add(EntryCodec.event(event));
      arguments.add(EntryCodec.tags(event));
      arguments.add(EntryCodec.meta(event));
    }
    return arguments;
  }
}
