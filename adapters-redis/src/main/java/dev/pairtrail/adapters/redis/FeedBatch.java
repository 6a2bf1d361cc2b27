package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of a log on their way to the feeds of those that they touch: one script for each feed, so
 * many on their way at once. For one thread.
 */
final class FeedBatch {
  private static final Logger LOG = LoggerFactory.getLogger(FeedBatch.class);
  private static final String QUEUE = "queue";
  private static final String POSITION = "position";
  private static final int AT_ONCE = 128;

  private final FeedKeys keys;
  private final List<String> common;
  private final Map<Tag, List<String>> arguments = new LinkedHashMap<>();

  FeedBatch(QueueName queue, long generation, Kept kept, FeedKeys keys) {
    this.keys = keys;
    common =
        List.of(
            Long.toString(generation),
            queue.value(),
            Long.toString(Math.max(1, kept.ttl().toMillis())),
            Integer.toString(kept.entries()));
  }

  /** Sorts entries by the feeds that they go to. */
  FeedBatch of(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      List<Tag> feeds = entry.tags().stream().filter(Tag::isPlayerOrRoom).toList();
      if (!feeds.isEmpty()) {
        List<String> own = EntryArguments.of(entry);
        feeds.forEach(
            feed -> arguments.computeIfAbsent(feed, _ -> new ArrayList<>(common)).addAll(own));
      }
    }
    return this;
  }

  /** An entry of a feed, from its fields; empty where it is none, as another program may add. */
  static Optional<FeedEntry> entry(Map<?, ?> stored) {
    Map<String, String> fields = new HashMap<>();
    stored.forEach((name, value) -> fields.put((String) name, (String) value));
    String queue = fields.remove(QUEUE);
    String position = fields.remove(POSITION);
    return queue == null || position == null
        ? Optional.empty()
        : Optional.of(new FeedEntry(new QueueName(queue), EntryCodec.entry(position, fields)));
  }

  /** Writes all; the number of entries that were new, or nothing if a feed is of a later time. */
  OptionalInt write(Link link) {
    List<Tag> feeds = List.copyOf(arguments.keySet());
    int added = 0;
    boolean stale = false;
    for (int from = 0; from < feeds.size(); from += AT_ONCE) {
      List<Tag> some = feeds.subList(from, Math.min(feeds.size(), from + AT_ONCE));
      List<List<Object>> answers =
          link.askAll(redis -> some.stream().map(feed -> sent(feed, redis)).toList());
      for (int i = 0; i < some.size(); i++) {
        stale |= answers.get(i).getFirst().equals("stale");
        added += added(some.get(i), answers.get(i));
      }
    }
    return stale ? OptionalInt.empty() : OptionalInt.of(added);
  }

  private CompletionStage<List<Object>> sent(
      Tag feed, RedisClusterAsyncCommands<String, String> redis) {
    String[] own = arguments.getOrDefault(feed, common).toArray(String[]::new);
    return Script.FEED.send(redis, keys.of(feed), own);
  }

  /** A key that somebody else uses costs its own feed, and not those of all others. */
  private int added(Tag feed, List<Object> answer) {
    if (answer.getFirst().equals("foreign")) {
      LOG.warn("{} is a {} and no feed: nothing is added", keys.of(feed)[0], answer.get(1));
    }
    return answer.getFirst().equals("derived") ? ((Long) answer.get(1)).intValue() : 0;
  }
}
