package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.function.Consumer;

/** A bug put into a run on purpose; each method is a place for one. None unless overridden. */
interface Plant {
  Plant NONE = new Plant() {};

  /** Between an engine and its unreliable store. */
  default EventLog log(EventLog log) {
    return log;
  }

  /** Between the store and whoever audits it. */
  default List<LogEntry> audited(List<LogEntry> log) {
    return log;
  }

  default ConsumerGroup group(ConsumerGroup group) {
    return group;
  }

  /** What all instances derive; called once for each run. */
  default Feeds feeds(Feeds feeds) {
    return feeds;
  }

  default Consumer<LogEntry> live(Consumer<LogEntry> listener) {
    return listener;
  }

  /** Tells clients that it is done as soon as it is decided. */
  default boolean tellsEarly() {
    return false;
  }

  /** Whether instances keep quiet about what they saw the log lose. */
  default boolean isMute() {
    return false;
  }

  /** Keeps quiet about what a failover lost. */
  default boolean hidesLosses() {
    return false;
  }
}
