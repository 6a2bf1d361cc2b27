import org.jspecify.annotations.NullMarked;

/**
 * What Pairtrail's speed is held against: two plain servers that answer the same requests, and an
 * open-loop load generator.
 */
@NullMarked
module dev.pairtrail.benchmarks {
  requires static org.jspecify;
  requires HdrHistogram;
  requires info.picocli;
  requires io.javalin;
  requires io.netty.resolver.dns;
  requires java.net.http;
  requires lettuce.core;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  opens dev.pairtrail.benchmarks to
      info.picocli,
      tools.jackson.databind;
}
