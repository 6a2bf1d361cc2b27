import org.jspecify.annotations.NullMarked;

/**
 * The HTTP API, version 1: {@link dev.pairtrail.adapters.http.HttpServer} lets clients drive the
 * use cases, as far as their {@link dev.pairtrail.adapters.http.credentials.Credentials} go. What
 * it says on the wire is decided here and nowhere else.
 */
@NullMarked
module dev.pairtrail.adapters.http {
  requires static transitive org.jspecify;
  requires com.nimbusds.jose.jwt;
  requires transitive dev.pairtrail.application;
  requires io.javalin;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.slf4j;
  requires tools.jackson.core;

  exports dev.pairtrail.adapters.http;
  exports dev.pairtrail.adapters.http.credentials;
}
