package dev.pairtrail.application.history;

import dev.pairtrail.application.history.SealedLines.Sealed;
import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Each seal fits the entries that it seals. Where the beginning of a log is gone, its first seal is
 * taken as it is. For one thread.
 */
final class SealCheck {
  private static final int MOST_BETWEEN = 500_000;

  /** Goes on from the first seal, where the beginning is gone. */
  private final SealChain chain;

  /** The entries before the first seal, where the beginning is gone. */
  private final Deque<Unchained> unchained = new ArrayDeque<>();

  private final Deque<Link> since = new ArrayDeque<>();
  private Position through = Position.START;
  private boolean late;
  private boolean anchored = true;
  private long seals;

  /** An entry after the last that is sealed, with the digest of the chain at it. */
  private record Link(Position position, Digest digest) {}

  /** An entry of which no digest is known yet. */
  private record Unchained(Position position, String line) {}

  SealCheck(QueueName queue, EntryLines lines) {
    chain = new SealChain(queue, lines);
  }

  long seals() {
    return seals;
  }

  long unsealed() {
    return (long) since.size() + unchained.size();
  }

  /** The log does not begin with its first entry, so the chain is not known. */
  void beginLate() {
    late = true;
    anchored = false;
  }

  /**
   * What is wrong with the entry as a seal; nothing if it is none.
   *
   * @param sealed the entry's line
   */
  Optional<String> check(LogEntry entry, Sealed sealed, Optional<LogSealed> seal) {
    Optional<String> fault = seal.flatMap(this::check);
    if (anchored) {
      Digest digest = late ? digest(sealed.line()) : sealed.digest();
      add(since, new Link(entry.position(), digest));
    } else {
      add(unchained, new Unchained(entry.position(), sealed.line()));
    }
    return fault;
  }

  private static <T> void add(Deque<T> entries, T entry) {
    entries.addLast(entry);
    if (entries.size() > MOST_BETWEEN) {
      entries.removeFirst();
    }
  }

  private Digest digest(String line) {
    chain.add(line);
    return chain.digest();
  }

  private Optional<String> check(LogSealed seal) {
    if (!anchored) {
      anchor(seal);
      return Optional.empty();
    }
    long count = 0;
    Link last = null;
    while (!since.isEmpty() && !since.getFirst().position().isAfter(seal.through())) {
      last = since.removeFirst();
      count++;
    }
    if (last == null || !last.position().equals(seal.through())) {
      return Optional.of("the seal seals up to %s, where no entry is".formatted(seal.through()));
    }
    boolean fits = last.digest().hex().equals(seal.sha256());
    if (!fits || count != seal.entries()) {
      return Optional.of(
          "the seal does not fit: after %s and up to %s something was changed, inserted or removed"
              .formatted(through, seal.through()));
    }
    through = seal.through();
    seals++;
    return Optional.empty();
  }

  /** Takes the chain to be right at the entry that is sealed, and goes on from there. */
  private void anchor(LogSealed seal) {
    anchored = true;
    through = seal.through();
    chain.resume(seal.sha256());
    for (Unchained entry : unchained) {
      if (entry.position().isAfter(through)) {
        since.addLast(new Link(entry.position(), digest(entry.line())));
      }
    }
    unchained.clear();
  }
}
