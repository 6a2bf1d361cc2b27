package dev.pairtrail.application.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The last steps of a run, if anybody wants them. */
final class Trace {
  private static final int MOST = 80;

  private final boolean wanted;
  private final Deque<String> steps = new ArrayDeque<>();

  Trace(boolean wanted) {
    this.wanted = wanted;
  }

  void add(Supplier<String> step) {
    if (wanted) {
      steps.add(step.get());
      if (steps.size() > MOST) {
        steps.remove();
      }
    }
  }

  @Override
  public String toString() {
    return String.join("\n", steps);
  }
}
