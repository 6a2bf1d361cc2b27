package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.port.EventStore;

/** A log and the store that it is in; close it. */
record OpenLog(OpenStore opened, RecordedLog log) implements AutoCloseable {
  EventStore store() {
    return opened.store();
  }

  @Override
  public void close() {
    opened.close();
  }
}
