package dev.pairtrail.application.port;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The feeds of players and rooms, derived from the logs of all queues, and how far. All that is
 * derived belongs to a generation; whoever begins the next one has all derived anew. Any number of
 * writers may derive the same: each entry gets into each of its feeds once, and in the order of its
 * log, if every writer takes the entries of a log in order and leaves none out. Thread-safe.
 *
 * <p>A writer notes how far it is going to write, writes, and notes how far it wrote. Where one
 * dies in between, the next one repeats it.
 */
public interface Feeds {

  /**
   * How far the logs are derived.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Checkpoint checkpoint();

  /**
   * Begins the next generation, of which nothing is derived yet, if the one before is still the
   * newest, as one step.
   *
   * @param generation the one before, 0 where none was begun
   * @param next its number, greater than that
   * @param from only entries after it are derived
   * @return whether it was begun
   * @throws IllegalArgumentException if the number is not greater
   * @throws StoreUnavailableException if the store does not answer; it may have begun
   */
  boolean begin(long generation, long next, Position from);

  /**
   * Notes how far a queue is going to be derived; what was noted further stays.
   *
   * @throws StoreUnavailableException if the store does not answer; it may be noted
   */
  Move intend(QueueName queue, long generation, Head upTo);

  /**
   * Adds entries of a queue's log, in its order, to the feeds of the players and rooms that they
   * touch, but for those that a feed has or had. A feed of an earlier generation is emptied first.
   *
   * @return how many entries the feeds got, one counted once for each feed; empty if one of the
   *     feeds is of a later generation, which got none
   * @throws StoreUnavailableException if the store does not answer; some may be there
   */
  OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept);

  /**
   * Notes how far a queue was derived.
   *
   * @throws StoreUnavailableException if the store does not answer; it may be noted
   */
  Move advance(QueueName queue, long generation, Head upTo);

  /**
   * What a feed has.
   *
   * @param feed a tag that {@linkplain Tag#isPlayerOrRoom names a player or a room}
   * @param limit most entries, at least 1; the last ones that came
   * @throws StoreUnavailableException if the store does not answer
   */
  Content read(Tag feed, int limit);

  /**
   * How far the logs of the queues are derived.
   *
   * @param generation 0 where none was begun
   * @param from only entries after it are derived
   * @param queues those of which something was
   */
  record Checkpoint(long generation, Position from, Map<QueueName, Progress> queues) {
    /** No generation was begun. */
    public static final Checkpoint NONE = new Checkpoint(0, Position.START, Map.of());

    public Checkpoint {
      queues = Map.copyOf(queues);
    }

    /** How far a queue is. */
    public Progress of(QueueName queue) {
      return queues.getOrDefault(queue, new Progress(new Head(from, 0), new Head(from, 0)));
    }
  }

  /**
   * How far one log is derived.
   *
   * @param derived every entry after the generation's beginning up to here is in its feeds
   * @param intended entries up to here may be; not before that
   */
  record Progress(Head derived, Head intended) {}

  /**
   * What is kept of a feed.
   *
   * @param ttl it is gone so long after its last entry came, more than zero
   * @param entries the last so many stay, at least 1; some more may
   */
  record Kept(Duration ttl, int entries) {}

  /**
   * A feed as it is.
   *
   * @param generation of its entries, 0 where it has none
   * @param entries in the order in which they came, which for those of one queue is that of its log
   */
  record Content(long generation, List<FeedEntry> entries) {
    /** There is no such feed, or it is gone. */
    public static final Content NONE = new Content(0, List.of());

    public Content {
      entries = List.copyOf(entries);
    }
  }

  /** What became of a note. */
  enum Move {
    /** It was noted. */
    FORWARD,
    /** As far, or further, had been noted before. */
    BEHIND,
    /** Another generation was begun meanwhile; nothing was noted. */
    STALE
  }
}
