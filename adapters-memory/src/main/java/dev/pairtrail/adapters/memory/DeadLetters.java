package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.domain.Position;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The entries that one group gave up. Not thread-safe; {@link QueueLog} guards it. */
final class DeadLetters {
  private final NavigableMap<Position, DeadLetter> letters = new TreeMap<>();

  void add(DeadLetter letter) {
    letters.put(letter.position(), letter);
  }

  List<DeadLetter> after(Position position, int limit) {
    return letters.tailMap(position, false).values().stream().limit(limit).toList();
  }

  boolean has(Position position) {
    return letters.containsKey(position);
  }

  boolean remove(Position position) {
    return letters.remove(position) != null;
  }

  int size() {
    return letters.size();
  }
}
