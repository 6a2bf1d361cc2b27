import org.jspecify.annotations.NullMarked;

/** An archive in a folder, which several instances may share. */
@NullMarked
module dev.pairtrail.adapters.archive {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires com.github.luben.zstd_jni;
  requires transitive dev.pairtrail.application;
  requires dev.pairtrail.format;
  requires tools.jackson.databind;

  exports dev.pairtrail.adapters.archive to
      dev.pairtrail.bootstrap;

  opens dev.pairtrail.adapters.archive to
      tools.jackson.databind;
}
