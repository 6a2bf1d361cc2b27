package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.EntryCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of a log on their way to the feeds of those that they touch: one script for many feeds,
 * where their keys are in one place. For one thread.
 */
final class FeedBatch {
  private static final Logger LOG = LoggerFactory.getLogger(FeedBatch.class);
  private static final String QUEUE = "queue";
  private static final String POSITION = "position";

  /** Scripts that are on their way together. */
  private static final int AT_ONCE = 8;

  private final FeedKeys keys;
  private final ToIntFunction<String> place;
  private final List<String> common;
  private final Map<Tag, List<LogEntry>> byFeed = new LinkedHashMap<>();

  /** Whether a feed is of a later time. */
  private boolean stale;

  /**
   * @param place of a key; those of one place can be in one script
   */
  FeedBatch(
      QueueName queue, long generation, Kept kept, FeedKeys keys, ToIntFunction<String> place) {
    this.keys = keys;
    this.place = place;
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
      for (Tag tag : entry.tags()) {
        if (tag.isPlayerOrRoom()) {
          byFeed.computeIfAbsent(tag, _ -> new ArrayList<>()).add(entry);
        }
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
    List<FeedScript> scripts = scripts();
    int added = 0;
    for (int from = 0; from < scripts.size(); from += AT_ONCE) {
      added += write(link, scripts.subList(from, Math.min(scripts.size(), from + AT_ONCE)));
    }
    return stale ? OptionalInt.empty() : OptionalInt.of(added);
  }

  private int write(Link link, List<FeedScript> scripts) {
    List<List<Object>> answers =
        link.askAll(redis -> scripts.stream().map(script -> script.send(redis, common)).toList());
    int added = 0;
    for (int i = 0; i < answers.size(); i++) {
      added += conclude(scripts.get(i).feeds(), answers.get(i));
    }
    return added;
  }

  private int conclude(List<Tag> feeds, List<Object> answers) {
    int added = 0;
    for (int i = 0; i < feeds.size(); i++) {
      added += conclude(feeds.get(i), (List<?>) answers.get(i));
    }
    return added;
  }

  private List<FeedScript> scripts() {
    List<FeedScript> scripts = new ArrayList<>();
    Map<Integer, FeedScript> filling = new HashMap<>();
    byFeed.forEach((feed, entries) -> {
      int at = place.applyAsInt(keys.of(feed)[0]);
      FeedScript script = filling.get(at);
      if (script == null || script.isFull()) {
        script = new FeedScript(keys);
        filling.put(at, script);
        scripts.add(script);
      }
      script.add(feed, entries);
    });
    return scripts;
  }

  /** A key that somebody else uses costs its own feed, and not those of all others. */
  private int conclude(Tag feed, List<?> answer) {
    stale |= answer.getFirst().equals("stale");
    if (answer.getFirst().equals("foreign")) {
      LOG.warn("{} is a {} and no feed: nothing is added", keys.of(feed)[0], answer.get(1));
    }
    return answer.getFirst().equals("derived") ? ((Long) answer.get(1)).intValue() : 0;
  }
}
