import org.jspecify.annotations.NullMarked;

/**
 * The suites that every store must pass. A store's tests extend {@link
 * dev.pairtrail.portcontracts.EventStoreContract}, which runs all of them.
 */
@NullMarked
module dev.pairtrail.portcontracts {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.application;
  requires org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports dev.pairtrail.portcontracts to
      dev.pairtrail.adapters.archive,
      dev.pairtrail.adapters.memory,
      dev.pairtrail.adapters.redis;

  opens dev.pairtrail.portcontracts to
      org.junit.platform.commons;
}
