import org.jspecify.annotations.NullMarked;

/** Redis Streams. */
@NullMarked
module dev.pairtrail.adapters.redis {
  requires static transitive org.jspecify;
  requires dev.pairtrail.application;
  requires io.netty.resolver.dns;
  requires jdk.net;
  requires lettuce.core;
  requires org.slf4j;
  requires tools.jackson.databind;
}
