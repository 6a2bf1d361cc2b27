package dev.pairtrail.domain.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** For a pass that tries a few seeds: each passes over those around it that were taken. */
final class AllWaiting implements Candidates {
  private final WaitingPools pools;
  private final Moment moment;
  private final Set<Waiting> taken = new HashSet<>();

  AllWaiting(WaitingPools pools, Moment moment) {
    this.pools = pools;
    this.moment = moment;
  }

  @Override
  public boolean has(Waiting ticket) {
    return !taken.contains(ticket);
  }

  @Override
  public Iterator<Waiting> around(Waiting ticket) {
    return new Left(pools.around(ticket, moment), this);
  }

  @Override
  public void take(Collection<Waiting> tickets) {
    taken.addAll(tickets);
  }
}
