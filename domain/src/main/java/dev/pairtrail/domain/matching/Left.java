package dev.pairtrail.domain.matching;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Those of some tickets that are still to be had. */
final class Left implements Iterator<Waiting> {
  private final Iterator<Waiting> tickets;
  private final Candidates candidates;
  private @Nullable Waiting next;

  Left(Iterator<Waiting> tickets, Candidates candidates) {
    this.tickets = tickets;
    this.candidates = candidates;
  }

  @Override
  public boolean hasNext() {
    while (next == null && tickets.hasNext()) {
      Waiting ticket = tickets.next();
      next = candidates.has(ticket) ? ticket : null;
    }
    return next != null;
  }

  @Override
  public Waiting next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Waiting found = next;
    next = null;
    return found;
  }
}
