package dev.pairtrail.application.engine;

import java.util.Random;

/** Decides, by the seed, what goes wrong; nothing once it is told to stop. */
final class Faults {
  private final Random random;
  private final double level;
  private boolean stopped;

  /**
   * @param level 0 for none, 1 for as many as an engine can bear
   */
  Faults(Random random, double level) {
    this.random = random;
    this.level = level;
  }

  /** What becomes of an append. */
  enum OfAppend {
    NONE,
    REQUEST_LOST,
    REQUEST_LATE,
    REPLY_LOST,
    REFUSED,
    CRASH_BEFORE,
    CRASH_AFTER
  }

  OfAppend ofAppend() {
    if (!happens(0.25)) {
      return OfAppend.NONE;
    }
    int of = random.nextInt(100);
    if (of < 25) {
      return OfAppend.REQUEST_LOST;
    } else if (of < 40) {
      return OfAppend.REQUEST_LATE;
    } else if (of < 70) {
      return OfAppend.REPLY_LOST;
    } else if (of < 88) {
      return OfAppend.REFUSED;
    }
    return of < 94 ? OfAppend.CRASH_BEFORE : OfAppend.CRASH_AFTER;
  }

  boolean ofRead() {
    return happens(0.06);
  }

  void crashSometimes() {
    if (happens(0.01)) {
      throw new Crash();
    }
  }

  boolean happens(double probability) {
    return !stopped && random.nextDouble() < probability * level;
  }

  boolean coin() {
    return random.nextBoolean();
  }

  int upTo(int limit) {
    return stopped ? limit : Math.min(limit, 1 + random.nextInt(8));
  }

  boolean stopped() {
    return stopped;
  }

  void resume() {
    stopped = false;
  }

  void stop() {
    stopped = true;
  }
}
