package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import java.util.List;
import java.util.Set;

/** The answer of the aggregate to a command. */
public sealed interface Decision {

  /**
   * The command holds if these events are appended.
   *
   * @param events none if there is nothing to do, as for a repeated command
   * @param reliesOn no event after the folded state may touch these, or the decision is void
   */
  record Accepted(List<Decided> events, Set<Tag> reliesOn) implements Decision {
    public Accepted {
      events = List.copyOf(events);
      reliesOn = Set.copyOf(reliesOn);
    }

    static Accepted nothing() {
      return new Accepted(List.of(), Set.of());
    }
  }

  /** The command cannot be carried out. */
  record Rejected(Rejection reason) implements Decision {}

  /** An event that is to be appended, with all that it touches. */
  record Decided(Event event, Set<Tag> tags) {
    public Decided {
      tags = Set.copyOf(tags);
    }
  }
}
