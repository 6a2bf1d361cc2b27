package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.DeadLetterDiscarded;

/** The last entries that were given up, so that giving one up again is known for a repetition. */
final class DeadLetters {
  private static final int REMEMBERED = 10_000;

  /** An entry, and the group that could not handle it. */
  private record Letter(Position entry, String group) {}

  private final Recent<Letter, Letter> discarded = new Recent<>(REMEMBERED, _ -> {});

  void discard(DeadLetterDiscarded event) {
    Letter letter = new Letter(event.entry(), event.group());
    discarded.put(letter, letter);
  }

  boolean isDiscarded(Position entry, String group) {
    return discarded.get(new Letter(entry, group)) != null;
  }
}
