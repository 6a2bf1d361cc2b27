package dev.pairtrail.adapters.redis;

import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.EntryFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry that is there already, as scripts take it to write it elsewhere. */
final class EntryArguments {
  private EntryArguments() {}

  /** Its position, how many fields it has, and the name and value of each. */
  static List<String> of(LogEntry entry) {
    Map<String, String> fields = EntryFields.of(entry);
    List<String> arguments = new ArrayList<>(2 + 2 * fields.size());
    arguments.add(entry.position().toString());
    arguments.add(Integer.toString(fields.size()));
    fields.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    return arguments;
  }
}
