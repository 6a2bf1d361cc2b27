package dev.pairtrail.bootstrap;

import dev.pairtrail.application.port.EventStore;

/** A store that outlives its servers, opened for a command; close it. */
record OpenStore(EventStore store) implements AutoCloseable {

  /**
   * Opens one.
   *
   * @throws BadConfigurationException if it is in the memory of a server
   */
  static OpenStore of(StoreChoice choice, ConfigFile file) {
    if (choice instanceof StoreChoice.Memory) {
      throw new BadConfigurationException(
          "store takes the store that the log is in, such as redis://HOST:PORT;"
              + " memory ends with its server");
    }
    return new OpenStore(Stores.open(choice, file.redisKeys()));
  }

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
