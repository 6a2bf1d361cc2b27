package dev.pairtrail.domain.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * For a pass that tries every seed: what is taken is taken out, as that is nearly all in the end,
 * and each seed would pass over all of it around it.
 */
final class Remaining implements Candidates {
  private final WaitingPools pools;
  private final Moment moment;
  private final Map<Partition, Unmatched> byPartition = new HashMap<>();
  private final Set<Waiting> takenWithoutValue = new HashSet<>();

  Remaining(WaitingPools pools, Moment moment) {
    this.pools = pools;
    this.moment = moment;
  }

  @Override
  public boolean has(Waiting ticket) {
    return ticket.hasValue() ? of(ticket).has(ticket) : !takenWithoutValue.contains(ticket);
  }

  @Override
  public Iterator<Waiting> around(Waiting ticket) {
    Unmatched sorted = of(ticket);
    Iterator<Waiting> near = pools.around(ticket, moment, sorted);
    return ticket.hasValue() && sorted.isWholePool() ? near : new Left(near, this);
  }

  @Override
  public void take(Collection<Waiting> tickets) {
    for (Waiting ticket : tickets) {
      if (ticket.hasValue()) {
        of(ticket).remove(ticket);
      } else {
        takenWithoutValue.add(ticket);
      }
    }
  }

  private Unmatched of(Waiting ticket) {
    return byPartition.computeIfAbsent(ticket.partition(), pools::unmatched);
  }
}
