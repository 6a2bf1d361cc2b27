package dev.pairtrail.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Checks the URI of a store on Redis before anything connects. */
final class RedisUri {
  private static final String NODES = "([^@/#]*@)?[^@/#,:]+(:\\d{1,5})?(,[^@/#,:]+(:\\d{1,5})?)*";
  private static final Pattern SENTINEL =
      Pattern.compile("redis-sentinel://" + NODES + "(/\\d*)?#\\S+");
  private static final Pattern CLUSTER = Pattern.compile("redis-cluster://" + NODES + "/?");

  private RedisUri() {}

  static String checked(String text) {
    int end = text.indexOf("://");
    switch (end < 0 ? "" : text.substring(0, end)) {
      case "redis", "rediss" -> requireHost(text);
      case "redis-sentinel" ->
          require(SENTINEL, text, "redis-sentinel://HOST:PORT,HOST:PORT#MASTER");
      case "redis-cluster" -> require(CLUSTER, text, "redis-cluster://HOST:PORT,HOST:PORT");
      default -> throw new BadConfigurationException("store takes " + StoreChoice.FORMS);
    }
    return text;
  }

  private static void requireHost(String text) {
    try {
      if (new URI(text).getHost() == null) {
        throw new BadConfigurationException("store names no host: redis://HOST:PORT");
      }
    } catch (URISyntaxException e) {
      throw new BadConfigurationException("store is not a URI: " + e.getReason());
    }
  }

  private static void require(Pattern form, String text, String example) {
    if (!form.matcher(text).matches()) {
      throw new BadConfigurationException("store takes the form " + example);
    }
  }
}
