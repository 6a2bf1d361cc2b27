import org.jspecify.annotations.NullMarked;

/** A store on Redis Streams. */
@NullMarked
module dev.pairtrail.adapters.redis {
  requires static transitive org.jspecify;
  requires transitive dev.pairtrail.application;
  requires dev.pairtrail.format;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.resolver.dns;
  requires jdk.net;
  requires lettuce.core;

  exports dev.pairtrail.adapters.redis to
      dev.pairtrail.bootstrap;
}
