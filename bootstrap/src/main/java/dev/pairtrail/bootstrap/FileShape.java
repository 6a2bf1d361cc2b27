package dev.pairtrail.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMapping.NamingStrategy;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The keys of a configuration file. What they mean is checked where they are turned into rule sets;
 * those of a rule set are texts here, so that all that is wrong with them is told at once.
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

  Workers workers();

  Optional<Auth> auth();

  Feeds feeds();

  Map<String, Queue> queues();

  /** Who may ask. */
  interface Auth {
    List<Key> keys();

    Optional<Players> players();
  }

  /** A key that is known by its digest. */
  interface Key {
    Optional<String> name();

    Optional<String> role();

    @WithName("sha256")
    Optional<String> digest();
  }

  /** By what the tokens of players are checked. */
  interface Players {
    Optional<String> jwks();

    Optional<String> secretEnv();

    Optional<String> issuer();

    Optional<String> audience();
  }

  /** How the consumers of a group share their work. */
  interface Workers {
    @WithDefault("5")
    int maxDeliveries();

    @WithDefault("30s")
    String claimIdle();

    @WithDefault("10m")
    String consumerIdle();
  }

  /** The feeds of players and rooms. */
  interface Feeds {
    @WithDefault("true")
    boolean enabled();

    @WithDefault("7d")
    String ttl();
  }

  /** One queue. */
  interface Queue {
    Map<String, Attribute> attributes();

    Optional<List<String>> partition();

    List<Team> teams();

    List<Rule> rules();

    Optional<Acceptance> acceptance();

    Optional<Ratings> ratings();

    Optional<String> ticketTimeout();

    Optional<String> joinTimeout();

    Optional<String> start();

    Optional<String> redisKey();

    Optional<Retention> retention();
  }

  /** How much of a log its store keeps, and where the rest goes. */
  interface Retention {
    OptionalLong maxEvents();

    Optional<String> maxAge();

    Optional<String> archive();
  }

  /** An attribute that players have. */
  interface Attribute {
    Optional<String> type();

    @WithName("default")
    Optional<List<String>> defaultValue();
  }

  /** A team of each match. */
  interface Team {
    Optional<String> name();

    Optional<String> minPlayers();

    Optional<String> maxPlayers();

    List<TeamStep> expand();
  }

  /** With how few players a team may begin after some wait. */
  interface TeamStep {
    Optional<String> after();

    Optional<String> minPlayers();
  }

  /** What a rule allows; which of the keys it takes depends on its type. */
  interface Limits {
    Optional<String> min();

    Optional<String> max();

    Optional<String> maxMs();
  }

  /** A rule; which keys it takes depends on its type. */
  interface Rule extends Limits {
    Optional<String> name();

    Optional<String> type();

    Optional<String> attribute();

    Optional<String> value();

    Optional<String> party();

    List<Step> expand();

    Optional<String> optionalAfter();

    Optional<String> missing();
  }

  /** An expansion of a rule. */
  interface Step extends Limits {
    Optional<String> after();
  }

  /** Whether players are asked to accept a match. */
  interface Acceptance {
    Optional<String> timeout();
  }

  /** How results become ratings. */
  interface Ratings {
    Optional<String> attribute();

    Optional<String> mean();

    Optional<String> deviation();
  }
}
