package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.domain.QueueName;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An inspection for programs. */
final class InspectionJson {
  private static final JsonMapper JSON = new JsonMapper();

  private InspectionJson() {}

  static String of(Inspection inspection) {
    ObjectNode all = JSON.createObjectNode().put("refused", inspection.isRefused());
    ArrayNode findings = all.putArray("findings");
    inspection.findings().forEach(finding -> finding(findings.addObject(), finding));
    ArrayNode queues = all.putArray("queues");
    inspection.queues().forEach(queue -> queue(queues.addObject(), queue));
    return all.toPrettyString();
  }

  static String valid(ConfigFile file) {
    ObjectNode all = JSON.createObjectNode().put("valid", true);
    ArrayNode queues = all.putArray("queues");
    file.queues().keySet().stream().map(QueueName::value).sorted().forEach(queues::add);
    return all.toPrettyString();
  }

  private static void finding(ObjectNode out, Finding finding) {
    out.put("server", finding.server())
        .put("what", finding.what())
        .put("value", finding.value())
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("advice", finding.advice());
  }

  private static void queue(ObjectNode out, Inspection.Queue queue) {
    out.put("queue", queue.name().value()).put("length", queue.length());
    ArrayNode groups = out.putArray("groups");
    queue.groups().forEach(group -> group(groups.addObject(), group));
  }

  private static void group(ObjectNode out, GroupStatus group) {
    out.put("group", group.group()).put("pending", group.pending());
    group.lag().ifPresentOrElse(lag -> out.put("lag", lag), () -> out.putNull("lag"));
    group
        .oldestPending()
        .ifPresentOrElse(
            oldest -> out.put("oldest_pending", oldest.toString()),
            () -> out.putNull("oldest_pending"));
    out.put("consumers", group.consumers().size());
  }
}
