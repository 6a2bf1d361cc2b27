package dev.pairtrail.application;

import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RatingSystem;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance runs on.
 *
 * @param instance names it among the instances of one store; its consumer is {@code
 *     consumer-INSTANCE}
 * @param retention of the queues whose logs are not kept for ever
 * @param ratings what results make of ratings, in queues that keep them
 * @param seals the form in which logs are sealed, if they are
 */
@SuppressWarnings("exports") // the ports are for those who put an instance together
public record Environment(
    EventStore store,
    Ids ids,
    InstantSource clock,
    Settings settings,
    String instance,
    Map<QueueName, Retention> retention,
    RatingSystem ratings,
    Optional<EntryLines> seals) {
  public Environment {
    retention = Map.copyOf(retention);
  }

  /** Every log is kept for ever and not sealed, and no result changes a rating. */
  public Environment(
      EventStore store, Ids ids, InstantSource clock, Settings settings, String instance) {
    this(store, ids, clock, settings, instance, Map.of(), (_, teams, _) -> teams, Optional.empty());
  }

  /** The feeds; none if they are not derived. */
  public Optional<Feeds> feeds() {
    return settings.feeds().enabled() ? Optional.of(store.feeds()) : Optional.empty();
  }
}
