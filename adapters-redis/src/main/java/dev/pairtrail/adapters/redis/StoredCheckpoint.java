package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Feeds.Checkpoint;
import dev.pairtrail.application.port.Feeds.Progress;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the feeds are derived, as a hash: of each queue two fields, {@code POSITION/REVISION}.
 */
final class StoredCheckpoint {
  private static final String GENERATION = "generation";
  private static final String FROM = "from";
  private static final String INTENDED = "intended:";
  private static final String DERIVED = "derived:";

  private StoredCheckpoint() {}

  static String intended(QueueName queue) {
    return INTENDED + queue.value();
  }

  static String derived(QueueName queue) {
    return DERIVED + queue.value();
  }

  static Checkpoint read(Map<String, String> fields) {
    if (!fields.containsKey(GENERATION)) {
      return Checkpoint.NONE;
    }
    Position from = Position.parse(fields.getOrDefault(FROM, Position.START.toString()));
    Map<QueueName, Progress> queues = new HashMap<>();
    fields.keySet().stream()
        .filter(field -> field.startsWith(INTENDED) || field.startsWith(DERIVED))
        .map(field -> new QueueName(field.substring(field.indexOf(':') + 1)))
        .forEach(queue -> queues.put(queue, progress(fields, queue, new Head(from, 0))));
    return new Checkpoint(Long.parseLong(fields.get(GENERATION)), from, queues);
  }

  private static Progress progress(Map<String, String> fields, QueueName queue, Head start) {
    Head derived = head(fields, derived(queue)).orElse(start);
    Head intended = head(fields, intended(queue)).orElse(start);
    return new Progress(
        derived, intended.position().isAfter(derived.position()) ? intended : derived);
  }

  private static Optional<Head> head(Map<String, String> fields, String field) {
    return Optional.ofNullable(fields.get(field))
        .map(text -> text.split("/", 2))
        .map(parts -> new Head(Position.parse(parts[0]), Long.parseLong(parts[1])));
  }
}
