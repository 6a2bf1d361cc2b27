package dev.pairtrail.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;

/** Where the logs are kept. */
sealed interface StoreChoice {

  /** In this process, and gone with it. */
  record Memory() implements StoreChoice {
    @Override
    public String toString() {
      return "memory (gone when the process ends)";
    }
  }

  /** On a Redis server. */
  record Redis(String uri) implements StoreChoice {
    /** Without the password that the URI may have. */
    @Override
    public String toString() {
      URI parsed = URI.create(uri);
      return parsed.getScheme() + "://" + parsed.getHost() + ":" + portOf(parsed);
    }

    private static int portOf(URI uri) {
      return uri.getPort() < 0 ? 6379 : uri.getPort();
    }
  }

  static StoreChoice parse(String text) {
    if (text.equals("memory")) {
      return new Memory();
    }
    if (text.startsWith("redis://") || text.startsWith("rediss://")) {
      return redis(text);
    }
    throw new BadConfigurationException(
        "store takes memory, redis://HOST:PORT or rediss://HOST:PORT in this version");
  }

  private static StoreChoice redis(String text) {
    try {
      if (new URI(text).getHost() != null) {
        return new Redis(text);
      }
    } catch (URISyntaxException e) {
      throw new BadConfigurationException("store is not a URI: " + e.getReason());
    }
    throw new BadConfigurationException("store names no host: redis://HOST:PORT");
  }
}
