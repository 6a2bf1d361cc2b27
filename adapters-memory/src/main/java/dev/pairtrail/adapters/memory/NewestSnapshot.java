package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The snapshot of one queue. Thread-safe. */
final class NewestSnapshot implements Snapshots {
  private Head head = Head.START;
  private @Nullable QueueSnapshot snapshot;

  @Override
  public synchronized Optional<QueueSnapshot> newest() {
    return Optional.ofNullable(snapshot);
  }

  @Override
  public synchronized Head head() {
    return head;
  }

  @Override
  public synchronized boolean write(QueueSnapshot next) {
    boolean newer = next.head().position().isAfter(head.position());
    if (newer) {
      head = next.head();
      snapshot = next;
    }
    return newer;
  }

  /** Its content cannot be read any more. */
  synchronized void spoil() {
    snapshot = null;
  }
}
