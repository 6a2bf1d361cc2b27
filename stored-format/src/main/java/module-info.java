import org.jspecify.annotations.NullMarked;

/** The one form in which events are stored, whatever the store: JSON with frozen names. */
@NullMarked
module dev.pairtrail.format {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.domain;
  requires com.fasterxml.jackson.annotation;
  requires com.github.luben.zstd_jni;
  requires tools.jackson.databind;

  exports dev.pairtrail.format to
      dev.pairtrail.adapters.archive,
      dev.pairtrail.adapters.redis,
      dev.pairtrail.bootstrap;

  opens dev.pairtrail.format to
      tools.jackson.databind;
}
