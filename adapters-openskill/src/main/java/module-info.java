import org.jspecify.annotations.NullMarked;

/** What results make of ratings, by OpenSkill. */
@NullMarked
module dev.pairtrail.adapters.openskill {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.domain;
  requires openskill;

  exports dev.pairtrail.adapters.openskill to
      dev.pairtrail.bootstrap;
}
