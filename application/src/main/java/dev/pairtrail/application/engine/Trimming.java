package dev.pairtrail.application.engine;

import dev.pairtrail.domain.QueueName;
import java.time.Duration;

/** The thread that trims one log. It is started once. Thread-safe. */
final class Trimming {
  private final Trimmer trimmer;
  private final Interval between;
  private final Background thread;

  Trimming(QueueName queue, Trimmer trimmer, Duration look) {
    this.trimmer = trimmer;
    between = new Interval(look);
    thread = new Background("trimming-" + queue.value(), look, this::step);
  }

  private void step() throws InterruptedException {
    if (between.pass()) {
      boolean more = true;
      while (more && !between.hasEnded()) {
        more = trimmer.turn();
      }
    }
  }

  void start() {
    thread.start();
  }

  void stop(Duration limit) throws InterruptedException {
    thread.stop();
    between.end();
    thread.join(limit);
  }

  String problem() {
    return trimmer.problem();
  }
}
