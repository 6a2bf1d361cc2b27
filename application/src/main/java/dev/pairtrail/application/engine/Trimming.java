package dev.pairtrail.application.engine;

import dev.pairtrail.domain.QueueName;
import java.time.Duration;

/** The thread that trims one log. It is started once. Thread-safe. */
final class Trimming {
  private final Trimmer trimmer;
  private final Duration look;
  private final Background thread;

  Trimming(QueueName queue, Trimmer trimmer, Duration look) {
    this.trimmer = trimmer;
    this.look = look;
    thread = Background.aside("trimming-" + queue.value(), look, this::step);
  }

  private void step() throws InterruptedException {
    if (thread.rest(look)) {
      boolean more = true;
      while (more && !thread.isStopping()) {
        more = trimmer.turn();
      }
    }
  }

  void start() {
    thread.start();
  }

  void stop(Duration limit) throws InterruptedException {
    thread.stop(limit);
  }

  String problem() {
    return trimmer.problem();
  }
}
