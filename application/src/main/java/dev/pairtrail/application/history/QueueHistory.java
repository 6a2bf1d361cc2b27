package dev.pairtrail.application.history;

import dev.pairtrail.domain.QueueName;
import java.util.List;

/** What happened in a queue over a span, step by step. */
public record QueueHistory(QueueName queue, Span span, List<HistoryStep> steps) {
  public QueueHistory {
    steps = List.copyOf(steps);
  }
}
