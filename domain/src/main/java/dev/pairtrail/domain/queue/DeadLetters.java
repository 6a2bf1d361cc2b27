package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import java.util.List;

/** The last entries that were given up, so that giving one up again is known for a repetition. */
final class DeadLetters {
  private static final int REMEMBERED = 10_000;

  private final Recent<DiscardedLetter, DiscardedLetter> discarded =
      new Recent<>(REMEMBERED, _ -> {});

  void discard(DeadLetterDiscarded event) {
    remember(new DiscardedLetter(event.entry(), event.group()));
  }

  private void remember(DiscardedLetter letter) {
    discarded.put(letter, letter);
  }

  boolean isDiscarded(Position entry, String group) {
    return discarded.get(new DiscardedLetter(entry, group)) != null;
  }

  /** The oldest first. */
  List<DiscardedLetter> snapshot() {
    return List.copyOf(discarded.values());
  }

  void restore(List<DiscardedLetter> letters) {
    letters.forEach(this::remember);
  }
}
