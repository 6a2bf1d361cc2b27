package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the logs are kept. */
sealed interface StoreChoice {
  /** {@code SCHEME://[CREDENTIALS@]ADDRESSES[/DATABASE][#MASTER]}. */
  Pattern REDIS_URI =
      Pattern.compile("(redis|rediss|redis-sentinel|redis-cluster)://(?:[^@]*@)?([^/#?]+)(.*)");

  Pattern REPLICATED = Pattern.compile("replicated\\(([1-9])\\)");

  /** In this process, and gone with it. */
  record Memory() implements StoreChoice {
    @Override
    public String toString() {
      return "memory (gone when the process ends)";
    }
  }

  /** On Redis: one server, a master behind Sentinel, or a Cluster. */
  record Redis(String uri, Durability durability) implements StoreChoice {
    /** Without the password that the URI may have. */
    @Override
    public String toString() {
      Matcher parts = REDIS_URI.matcher(uri);
      return parts.matches() ? parts.group(1) + "://" + parts.group(2) + parts.group(3) : "redis";
    }
  }

  /** A file that {@code export} wrote, to be read only. */
  record Exported(Path file) implements StoreChoice {
    private static final String SCHEME = "export:";

    /** That something else than reading is asked of it. */
    BadConfigurationException readOnly() {
      return new BadConfigurationException(
          "store takes no export here, as it is only read: import it into a store");
    }

    @Override
    public String toString() {
      return SCHEME + file;
    }
  }

  /** As {@link #of}, for what writes or asks about servers. */
  static StoreChoice ofServers(@Nullable String flag, ConfigFile file) {
    StoreChoice choice = of(flag, file);
    if (choice instanceof Exported exported) {
      throw exported.readOnly();
    }
    return choice;
  }

  /** What is asked for by a flag or else by the file. */
  static StoreChoice of(@Nullable String flag, ConfigFile file) {
    String text = Optional.ofNullable(flag).or(file::store).orElse("memory");
    if (text.startsWith(Exported.SCHEME)) {
      return new Exported(Path.of(text.substring(Exported.SCHEME.length())));
    }
    Durability durability = durability(file.durability().orElse("local"));
    if (text.equals("memory")) {
      if (!durability.equals(Durability.LOCAL)) {
        throw new BadConfigurationException("durability takes local where the store is memory");
      }
      return new Memory();
    }
    return redis(text, durability);
  }

  private static StoreChoice redis(String text, Durability durability) {
    Matcher parts = REDIS_URI.matcher(text);
    if (!parts.matches()) {
      throw new BadConfigurationException(
          "store takes memory, redis://HOST:PORT, rediss://HOST:PORT,"
              + " redis-sentinel://HOST:PORT,HOST:PORT#MASTER"
              + " or redis-cluster://HOST:PORT,HOST:PORT");
    }
    if (parts.group(1).equals("redis-sentinel") && !parts.group(3).matches(".*#.+")) {
      throw new BadConfigurationException(
          "store names no master: redis-sentinel://HOST:PORT,HOST:PORT#MASTER");
    }
    for (String address : List.of(parts.group(2).split(",", -1))) {
      requireAddress(address);
    }
    return new Redis(text, durability);
  }

  private static void requireAddress(String address) {
    if (!address.matches("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+\\](:\\d{1,5})?")) {
      throw new BadConfigurationException("store takes HOST:PORT, not " + address);
    }
  }

  private static Durability durability(String text) {
    Matcher replicated = REPLICATED.matcher(text);
    if (replicated.matches()) {
      return new Durability.Replicated(Integer.parseInt(replicated.group(1)));
    }
    if (text.equals("local")) {
      return Durability.LOCAL;
    }
    throw new BadConfigurationException(
        "durability takes local or replicated(N), N from 1 to 9, not " + text);
  }
}
