import org.jspecify.annotations.NullMarked;

/** The program: the only module that knows more than one adapter. */
@NullMarked
module dev.pairtrail.bootstrap {
  requires static transitive org.jspecify;
  requires com.fasterxml.uuid;
  requires dagger;
  requires dev.pairtrail.adapters.archive;
  requires dev.pairtrail.adapters.http;
  requires dev.pairtrail.adapters.memory;
  requires dev.pairtrail.adapters.openskill;
  requires dev.pairtrail.adapters.redis;
  requires dev.pairtrail.application;
  requires dev.pairtrail.format;
  requires info.picocli;
  requires io.smallrye.config;
  requires io.smallrye.config.source.yaml;
  requires jakarta.inject;
  requires me.tongfei.progressbar;
  requires org.objectweb.asm;
  requires org.slf4j;
  requires org.yaml.snakeyaml;
  requires tools.jackson.databind;

  opens dev.pairtrail.bootstrap to
      info.picocli,
      io.smallrye.config;
}
