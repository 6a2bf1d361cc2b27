package dev.pairtrail.adapters.redis;

import dev.pairtrail.adapters.redis.Topology.Reach;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.QueueName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the logs on Redis 7.0 or newer: one server, a master and replicas behind Sentinel, or a
 * Cluster. It connects when it is first used and reconnects by itself; while there is no connection
 * every operation says so at once. Thread-safe.
 *
 * <p>The appends of each log have a connection, all reads share one, the groups another, the
 * snapshots a third, the writers of feeds a fourth, and each blocking reader has its own.
 */
public final class RedisEventStore implements EventStore, AutoCloseable {
  private static final Duration REPLY_WITHIN = Duration.ofSeconds(3);

  /** A blocking read lasts two seconds at most. */
  private static final Duration BLOCKING_REPLY_WITHIN = Duration.ofSeconds(5);

  /** A large one takes its time on a slow network. */
  private static final Duration SNAPSHOT_REPLY_WITHIN = Duration.ofSeconds(20);

  private final Topology topology;
  private final Function<QueueName, String> keys;
  private final Durability durability;
  private final Link writes;
  private final Link reads;
  private final Link snapshots;
  private final Link derived;
  private final FeedKeys feedKeys;
  private final Guard guard;

  /** As the other one, where an append is done when the master has it. */
  public RedisEventStore(String uri, Function<QueueName, String> keys) {
    this(uri, keys, Durability.LOCAL);
  }

  /**
   * A store on a server.
   *
   * @param uri {@code redis://}, {@code rediss://}, {@code redis-sentinel://host:port,host:port#id}
   *     or {@code redis-cluster://host:port,host:port}
   * @param keys the stream of each queue; see {@link #defaultKey}
   */
  public RedisEventStore(String uri, Function<QueueName, String> keys, Durability durability) {
    this(uri, keys, durability, new FeedKeys(""));
  }

  RedisEventStore(
      String uri, Function<QueueName, String> keys, Durability durability, FeedKeys feedKeys) {
    this.keys = keys;
    this.durability = durability;
    this.feedKeys = feedKeys;
    topology = Topology.of(uri);
    writes = shared(REPLY_WITHIN);
    reads = shared(REPLY_WITHIN);
    snapshots = shared(SNAPSHOT_REPLY_WITHIN);
    derived = shared(REPLY_WITHIN);
    guard = new Guard(new ServerCheck(topology, InstantSource.system()));
  }

  private Link shared(Duration replyWithin) {
    return new Link(() -> topology.connect(TextCodec.ALL, new Reach.Everything()), replyWithin);
  }

  /** The stream of a queue's log unless the configuration says otherwise. */
  public static String defaultKey(QueueName queue) {
    return "matchmaking:{" + queue.value() + "}:events";
  }

  /** Every key of a queue is derived here. */
  private QueueKeys keys(QueueName queue) {
    return new QueueKeys(keys.apply(queue));
  }

  @Override
  public EventLog log(QueueName queue) {
    return new RedisLog(keys(queue), this);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return new RedisConsumerGroup(keys(queue), group, this);
  }

  @Override
  public Snapshots snapshots(QueueName queue) {
    return new RedisSnapshots(keys(queue).beside("snapshot"), snapshots);
  }

  @Override
  public Checkpoints checkpoints(QueueName queue) {
    return new RedisCheckpoints(keys(queue).beside("checkpoints"), snapshots);
  }

  @Override
  public Feeds feeds() {
    return new RedisFeeds(feedKeys, topology::placeOf, derived, reads);
  }

  /** How every group on the log of a queue stands. */
  public List<GroupStatus> groups(QueueName queue) {
    return reads.ask(redis -> GroupInfo.all(redis, keys(queue)));
  }

  /** How many entries the log of a queue has. */
  public long length(QueueName queue) {
    return reads.ask(redis -> redis.xlen(keys(queue).events()));
  }

  /**
   * Looks at the servers.
   *
   * @throws StoreUnavailableException if one does not answer
   */
  public List<Finding> inspect() {
    return guard.look();
  }

  /**
   * From now on refuses to append, and to be ready, while a server is unfit for a log or has not
   * been looked at. Looks at once, then in the background until the store is closed.
   *
   * @param report is told what is found whenever it has changed
   * @return what was found at first; nothing if a server does not answer yet
   */
  public List<Finding> guard(Consumer<List<Finding>> report) {
    return guard.start(report);
  }

  @Override
  public void ping() {
    reads.ask(redis -> redis.ping());
    refusal()
        .ifPresent(reason -> {
          throw new StoreUnavailableException(reason);
        });
  }

  /** Why nothing may be appended, if so. */
  Optional<String> refusal() {
    return guard.refusal();
  }

  Appender appender(QueueKeys keys) {
    Link link = new Link(() -> topology.pin(keys.events()), REPLY_WITHIN);
    Confirmation confirmation = new Confirmation(durability, keys);
    return new Appender(topology, keys.events(), link, confirmation);
  }

  Link writes() {
    return writes;
  }

  Link reads() {
    return reads;
  }

  Link blockingLink(TextCodec codec, QueueKeys keys) {
    return new Link(
        () -> topology.connect(codec, new Reach.One(keys.events())), BLOCKING_REPLY_WITHIN);
  }

  @Override
  public void close() {
    guard.close();
    writes.close();
    reads.close();
    snapshots.close();
    derived.close();
    topology.close();
  }
}
