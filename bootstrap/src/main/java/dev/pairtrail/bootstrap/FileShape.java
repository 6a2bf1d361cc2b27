package dev.pairtrail.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMapping.NamingStrategy;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a configuration file. What they mean is checked where they are turned into rule sets.
 */
@ConfigMapping(prefix = FileShape.PREFIX, namingStrategy = NamingStrategy.SNAKE_CASE)
interface FileShape {
  /** Stands before each key of a file. */
  String PREFIX = "pairtrail";

  Optional<String> host();

  Optional<Integer> port();

  Optional<String> store();

  Optional<String> instance();

  Optional<String> durability();

  Map<String, Queue> queues();

  /** One queue. */
  interface Queue {
    Map<String, Attribute> attributes();

    Optional<List<String>> partition();

    List<Team> teams();

    List<Rule> rules();

    Optional<String> ticketTimeout();

    Optional<String> joinTimeout();

    @WithDefault("auto")
    String start();

    Optional<String> redisKey();
  }

  /** An attribute that players have. */
  interface Attribute {
    String type();

    @WithName("default")
    Optional<List<String>> defaultValue();
  }

  /** A team of each match. */
  interface Team {
    String name();

    int minPlayers();

    int maxPlayers();
  }

  /** A rule; which keys it takes depends on its type. */
  interface Rule {
    String name();

    String type();

    Optional<String> attribute();

    Optional<Double> max();

    @WithDefault("avg")
    String party();

    List<Step> expand();

    @WithDefault("reject")
    String missing();
  }

  /** An expansion of a rule. */
  interface Step {
    String after();

    double max();
  }
}
