package dev.pairtrail.application;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read a feed. The queues of a feed have logs of their own, whose positions
 * say nothing about each other: an entry can come late, at an earlier position than one of another
 * queue. So each queue that gave something is listed with the last that it gave.
 *
 * <p>Written {@code 1795326928712-0} where none is listed, {@code
 * casual:1795326928700-3,duel:1795326928712-0} where some are; if both, the position that holds for
 * all others comes first. All of it may stand in a header and in the query of a URI as it is.
 *
 * @param others the position in every queue that is not listed
 * @param queues those that are listed
 */
public record FeedCursor(Position others, SortedMap<QueueName, Position> queues) {
  /** Nothing was read. */
  public static final FeedCursor START = after(Position.START);

  private static final Pattern POSITION = Pattern.compile("\\d{1,19}(-\\d{1,19})?");
  private static final String SEPARATOR = ",";

  public FeedCursor {
    queues = Collections.unmodifiableSortedMap(new TreeMap<>(queues));
  }

  /** A position in every queue. */
  public static FeedCursor after(Position position) {
    return new FeedCursor(position, Collections.emptySortedMap());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none, naming the part that is wrong
   */
  public static FeedCursor parse(String text) {
    Position others = Position.START;
    SortedMap<QueueName, Position> queues = new TreeMap<>();
    String[] parts = text.split(SEPARATOR, -1);
    for (int i = 0; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      if (colon >= 0) {
        list(queues, parts[i].substring(0, colon), parts[i].substring(colon + 1));
      } else if (i == 0) {
        others = position(parts[i]);
      } else {
        throw new IllegalArgumentException("names no queue for " + parts[i]);
      }
    }
    return new FeedCursor(others, queues);
  }

  private static void list(SortedMap<QueueName, Position> queues, String queue, String position) {
    if (queues.put(new QueueName(queue), position(position)) != null) {
      throw new IllegalArgumentException("lists the queue " + queue + " twice");
    }
  }

  private static Position position(String text) {
    if (!POSITION.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "takes a position such as 1795326928712-0, or one of each queue such as"
              + " duel:1795326928712-0,casual:1795326928700-3, not "
              + text);
    }
    return Position.parse(text);
  }

  /** After which position of a queue to read on. */
  public Position of(QueueName queue) {
    return queues.getOrDefault(queue, others);
  }

  /** The same, where a queue gave what it has up to a position. */
  FeedCursor seen(QueueName queue, Position position) {
    SortedMap<QueueName, Position> further = new TreeMap<>(queues);
    further.put(queue, position);
    return new FeedCursor(others, further);
  }

  @Override
  public String toString() {
    String listed =
        queues.entrySet().stream()
            .map(queue -> queue.getKey().value() + ":" + queue.getValue())
            .collect(Collectors.joining(SEPARATOR));
    if (listed.isEmpty()) {
      return others.toString();
    }
    return others.equals(Position.START) ? listed : others + SEPARATOR + listed;
  }
}
