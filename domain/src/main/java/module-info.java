import org.jspecify.annotations.NullMarked;

/**
 * The rules of matchmaking: events, rule sets, the aggregate and the matcher. Pure: time,
 * randomness and new ids are arguments, and nothing beyond java.base is needed at run time.
 */
@NullMarked
module dev.pairtrail.domain {
  requires static transitive org.jspecify;

  exports dev.pairtrail.domain;
  exports dev.pairtrail.domain.event;
  exports dev.pairtrail.domain.queue;
  exports dev.pairtrail.domain.rules;
  exports dev.pairtrail.domain.why;
}
