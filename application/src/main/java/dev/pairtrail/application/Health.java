package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.port.EventStore;
import java.util.ArrayList;
import java.util.List;

/** Whether this instance can do its work. Thread-safe. */
public final class Health {
  private final Registry queues;
  private final EventStore store;

  Health(Registry queues, EventStore store) {
    this.queues = queues;
    this.store = store;
  }

  /**
   * A part of the instance.
   *
   * @param problem empty where it works
   * @param note what those who run it should know though it works, or empty
   */
  public record Part(String name, String problem, String note) {
    public boolean works() {
      return problem.isEmpty();
    }
  }

  /**
   * The store, each queue, and how its log is trimmed, which nobody who plays waits for; so do they
   * not for feeds, which are named where they are not derived.
   */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("store", storeProblem(), ""));
    for (QueueRuntime queue : queues.all()) {
      parts.add(
          new Part(
              "queue " + queue.name().value(),
              queue.problem(),
              queue.lastLoss().map(LogLoss::toString).orElse("")));
      queue
          .trimProblem()
          .map(problem -> new Part("retention " + queue.name().value(), "", problem))
          .ifPresent(parts::add);
      queue
          .feedProblem()
          .filter(problem -> !problem.isEmpty())
          .map(problem -> new Part("feeds " + queue.name().value(), "", problem))
          .ifPresent(parts::add);
    }
    return parts;
  }

  private String storeProblem() {
    try {
      store.ping();
      return "";
    } catch (StoreUnavailableException e) {
      return e.reason();
    }
  }
}
