package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What was found out about a store, as tables or as JSON. */
record Inspection(List<Finding> findings, List<Log> logs) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The log of a queue, and the consumer groups on it. */
  record Log(QueueName queue, long length, List<GroupStatus> groups) {}

  String text(Collection<QueueName> queues) {
    String checked =
        "The rule sets are valid: "
            + queues.stream().map(QueueName::value).collect(Collectors.joining(", "))
            + System.lineSeparator();
    return findings.isEmpty()
        ? checked
        : checked + System.lineSeparator() + servers() + System.lineSeparator() + groups();
  }

  private String servers() {
    Table table = new Table("server", "what", "value", "", "to do");
    findings.forEach(f -> table.row(f.server(), f.what(), f.value(), word(f), f.advice()));
    return table.text();
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private String groups() {
    Table table =
        new Table("queue", "length", "group", "lag", "pending", "oldest pending", "dead letters");
    for (Log log : logs) {
      String length = Long.toString(log.length());
      if (log.groups().isEmpty()) {
        table.row(log.queue().value(), length, "-", "-", "-", "-", "-");
      }
      log.groups()
          .forEach(group ->
              table.row(
                  log.queue().value(),
                  length,
                  group.group(),
                  group.lag().isPresent() ? Long.toString(group.lag().getAsLong()) : "?",
                  Long.toString(group.pending()),
                  group.oldestPending().map(Position::toString).orElse("-"),
                  Long.toString(group.deadLetters())));
    }
    return table.text();
  }

  String json() {
    return JSON.writeValueAsString(
            Map.of(
                "findings", findings.stream().map(Inspection::json).toList(),
                "queues", logs.stream().map(Inspection::json).toList()))
        + System.lineSeparator();
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("server", finding.server());
    json.put("what", finding.what());
    json.put("value", finding.value());
    json.put("severity", word(finding));
    json.put("advice", finding.advice());
    return json;
  }

  private static Map<String, Object> json(Log log) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (GroupStatus group : log.groups()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("group", group.group());
      group.lag().ifPresent(lag -> json.put("lag", lag));
      json.put("pending", group.pending());
      group.oldestPending().ifPresent(at -> json.put("oldest_pending", at.toString()));
      json.put("dead_letters", group.deadLetters());
      groups.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("queue", log.queue().value());
    json.put("length", log.length());
    json.put("groups", groups);
    return json;
  }
}
