package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.application.GroupStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An inspection for people. */
final class InspectionText {
  private static final String NONE = "-";

  private InspectionText() {}

  static String of(Inspection inspection) {
    return findings(inspection.findings()) + "\n\n" + queues(inspection.queues());
  }

  private static String findings(List<Finding> findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("SERVER", "WHAT", "VALUE", "VERDICT", "ADVICE"));
    for (Finding finding : findings) {
      String verdict = finding.severity().name().toLowerCase(Locale.ROOT);
      rows.add(
          List.of(finding.server(), finding.what(), finding.value(), verdict, finding.advice()));
    }
    return Table.of(rows);
  }

  private static String queues(List<Inspection.Queue> queues) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("QUEUE", "LENGTH", "GROUP", "LAG", "PENDING", "OLDEST PENDING"));
    for (Inspection.Queue queue : queues) {
      List<String> log = List.of(queue.name().value(), Long.toString(queue.length()));
      if (queue.groups().isEmpty()) {
        rows.add(joined(log, List.of(NONE, NONE, NONE, NONE)));
      }
      queue.groups().forEach(group -> rows.add(joined(log, group(group))));
    }
    return Table.of(rows);
  }

  private static List<String> group(GroupStatus group) {
    return List.of(
        group.group(),
        group.lag().isPresent() ? Long.toString(group.lag().getAsLong()) : "unknown",
        Long.toString(group.pending()),
        group.oldestPending().map(Object::toString).orElse(NONE));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
