package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.EventStore;

/** A log and the store that it is in; close it. */
record OpenLog(EventStore store, RecordedLog log) implements AutoCloseable {
  @Override
  public void close() {
    if (store instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IllegalStateException("the store did not close", e);
      }
    }
  }
}
