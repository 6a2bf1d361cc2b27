package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.EntryCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the append script answered. Few missed entries come with the answer; many are read.
 *
 * @param read gives the entries between two positions, without those
 */
record AppendReply(
    List<Object> reply, Position after, BiFunction<Position, Position, List<LogEntry>> read) {
  private static final Position END = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

  /** Whether the script changed the log. */
  static boolean wrote(List<Object> reply) {
    return reply.getFirst().equals("appended") && !list(reply.get(4)).isEmpty();
  }

  AppendResult result() {
    String status = (String) reply.getFirst();
    return switch (status) {
      case "appended" -> appended();
      case "conflict" -> new AppendResult.Conflict(missed(END));
      case "behind" -> new AppendResult.TooFarBehind();
      case "diverged" -> new AppendResult.Diverged(Position.parse((String) reply.get(1)));
      default -> throw new IllegalStateException("the append script answered " + status);
    };
  }

  private AppendResult appended() {
    List<Position> positions =
        list(reply.get(4)).stream().map(id -> Position.parse((String) id)).toList();
    Position first = positions.isEmpty() ? END : positions.getFirst();
    return new AppendResult.Appended(positions, (Long) reply.get(3), missed(first));
  }

  private List<LogEntry> missed(Position before) {
    long count = (Long) reply.get(1);
    List<?> sent = list(reply.get(2));
    return sent.size() == count
        ? sent.stream().map(AppendReply::entry).toList()
        : read.apply(after, before);
  }

  private static LogEntry entry(Object raw) {
    List<?> fields = list(list(raw).get(1));
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      byName.put((String) fields.get(i), (String) fields.get(i + 1));
    }
    return EntryCodec.entry((String) list(raw).getFirst(), byName);
  }

  private static List<?> list(Object reply) {
    return (List<?>) reply;
  }
}
