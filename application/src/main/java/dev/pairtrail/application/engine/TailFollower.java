package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;

/** Hands what others append to the actor as it comes. For one thread, but for {@link #close}. */
final class TailFollower implements AutoCloseable {
  private final Tail tail;
  private final Folded folded;
  private final QueueActor actor;
  private final Settings.Reads settings;
  private Position observed = Position.START;
  private Position lookedAt = Position.START;

  TailFollower(Tail tail, Folded folded, QueueActor actor, Settings.Reads settings) {
    this.tail = tail;
    this.folded = folded;
    this.actor = actor;
    this.settings = settings;
  }

  /** While the state moves, by this instance's own appends above all, the tail need not hurry. */
  void step() throws InterruptedException {
    Position head = folded.head().position();
    boolean moved = head.isAfter(lookedAt);
    lookedAt = head;
    if (moved) {
      Thread.sleep(settings.gather());
    } else {
      read(Position.later(observed, head));
    }
  }

  private void read(Position after) throws InterruptedException {
    List<LogEntry> entries = tail.await(after, settings.page(), settings.blocking());
    if (!entries.isEmpty()) {
      observed = entries.getLast().position();
      actor.observe(entries);
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
