import org.jspecify.annotations.NullMarked;

/**
 * The use cases of Pairtrail and what runs them. Adapters that clients drive see the use cases;
 * stores implement the ports.
 */
@NullMarked
module dev.pairtrail.application {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.domain;
  requires org.slf4j;

  exports dev.pairtrail.application;
  exports dev.pairtrail.application.history;
  exports dev.pairtrail.application.port to
      dev.pairtrail.adapters.archive,
      dev.pairtrail.adapters.memory,
      dev.pairtrail.adapters.redis,
      dev.pairtrail.bootstrap,
      dev.pairtrail.portcontracts;
  exports dev.pairtrail.application.whatif;
}
