import org.jspecify.annotations.NullMarked;

/**
 * The reference store: logs and consumer groups in the memory of one process. It is as strict as
 * the durable stores and forgets everything with the process; for tests, simulation and trying out.
 */
@NullMarked
module dev.pairtrail.adapters.memory {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.application;

  exports dev.pairtrail.adapters.memory to
      dev.pairtrail.bootstrap;
}
