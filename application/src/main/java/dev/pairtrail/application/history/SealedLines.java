package dev.pairtrail.application.history;

import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The lines in which entries are sealed, and the chain over them from the first entry on. They take
 * longer than all else that an entry is verified by, so another core is at them meanwhile, at one
 * part after the other. For one thread.
 */
final class SealedLines {
  private final QueueName queue;
  private final EntryLines form;
  private final SealChain chain;
  private CompletableFuture<List<Sealed>> last = CompletableFuture.completedFuture(List.of());

  /**
   * The line of an entry.
   *
   * @param digest of the chain at the entry, if no entry before the first one given is gone
   */
  record Sealed(String line, Digest digest) {}

  SealedLines(QueueName queue, EntryLines form) {
    this.queue = queue;
    this.form = form;
    chain = new SealChain(queue, form);
  }

  /** Those of the entries that come next. */
  CompletableFuture<List<Sealed>> of(List<LogEntry> entries) {
    last = last.thenApplyAsync(_ -> entries.stream().map(this::sealed).toList());
    return last;
  }

  private Sealed sealed(LogEntry entry) {
    String line = form.line(queue, entry);
    chain.add(line);
    return new Sealed(line, chain.digest());
  }
}
