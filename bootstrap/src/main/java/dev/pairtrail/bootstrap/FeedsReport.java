package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.FeedRebuild;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the feeds, for each queue, as a table or as JSON. */
record FeedsReport(List<Row> rows) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What is told of one queue.
   *
   * @param figures by name, in order; all rows have the same
   */
  record Row(QueueName queue, Map<String, Object> figures, boolean complete) {}

  static Row looked(QueueName queue, Optional<FeedRebuild.Status> status) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put(
        "derived_to", status.map(FeedRebuild.Status::position).map(Position::toString).orElse("-"));
    figures.put("ahead", status.<Object>map(FeedRebuild.Status::ahead).orElse("-"));
    return new Row(queue, figures, true);
  }

  static Row rebuilt(QueueName queue, FeedRebuild.Done done) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("entries", done.entries());
    figures.put("added", done.added());
    figures.put("complete", done.complete());
    return new Row(queue, figures, done.complete());
  }

  boolean isComplete() {
    return rows.stream().allMatch(Row::complete);
  }

  String text() {
    if (rows.isEmpty()) {
      return "";
    }
    List<String> names =
        rows.getFirst().figures().keySet().stream().map(name -> name.replace('_', ' ')).toList();
    Table table = new Table(cells("queue", names));
    rows.forEach(row -> table.row(cells(row.queue().value(), row.figures().values())));
    return table.text();
  }

  private static String[] cells(String first, Iterable<?> others) {
    List<String> cells = new ArrayList<>(List.of(first));
    others.forEach(other -> cells.add(String.valueOf(other)));
    return cells.toArray(String[]::new);
  }

  String json() {
    List<Map<String, Object>> queues =
        rows.stream()
            .map(row -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("queue", row.queue().value());
              json.putAll(row.figures());
              return json;
            })
            .toList();
    return JSON.writeValueAsString(Map.of("queues", queues)) + System.lineSeparator();
  }
}
