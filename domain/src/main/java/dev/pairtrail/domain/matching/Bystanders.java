package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.why.PassedOver;
import dev.pairtrail.domain.why.PassedOver.Reason;
import dev.pairtrail.domain.why.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Who was near when a match was made, and why they are not in it. Each is judged when its turn came
 * in {@link Gathering}: against those members that are nearer to the seed.
 */
public final class Bystanders {
  private final WaitingPools pools;
  private final Criteria criteria;
  private final Moment moment;
  private final Judge judge;
  private final Waiting seed;
  private final List<Waiting> members;
  private final Capacity capacity;

  /**
   * @param members of the match, the seed first
   */
  public Bystanders(WaitingPools pools, Judge judge, List<Waiting> members, Instant decided) {
    this.pools = pools;
    this.judge = judge;
    this.members = List.copyOf(members);
    criteria = pools.criteria();
    moment = new Moment(decided);
    seed = members.getFirst();
    capacity = new Capacity(criteria.teams(), criteria.teams().sizes());
  }

  /** The nearest to the seed that are not in the match, the nearest first. */
  public List<PassedOver> nearest(int limit) {
    List<PassedOver> passedOver = new ArrayList<>();
    List<Waiting> nearer = new ArrayList<>(List.of(seed));
    Iterator<Waiting> near = pools.near(seed);
    while (near.hasNext() && passedOver.size() < limit) {
      Waiting other = near.next();
      Optional<Waiting> member = member(other);
      member.filter(m -> !m.equals(seed)).ifPresent(nearer::add);
      if (member.isEmpty()) {
        passedOver.add(judged(other, nearer));
      }
    }
    return passedOver;
  }

  private Optional<Waiting> member(Waiting other) {
    return members.stream().filter(member -> member.id().equals(other.id())).findFirst();
  }

  private PassedOver judged(Waiting other, List<Waiting> nearer) {
    for (Waiting member : nearer) {
      Optional<Refusal> refusal = judge.refusal(member, other);
      if (refusal.isPresent()) {
        return refused(other, refusal.get(), Optional.of(member.id()));
      }
    }
    Criterion all = criteria.refusing(nearer, other, moment);
    if (all != null) {
      return refused(other, new Refusal.NotTogether(all.rule().name()), Optional.empty());
    }
    return new PassedOver(other.id(), reason(other, nearer), Optional.empty(), Optional.empty());
  }

  private static PassedOver refused(Waiting other, Refusal refusal, Optional<TicketId> by) {
    return new PassedOver(other.id(), Reason.REFUSED, Optional.of(refusal), by);
  }

  private Reason reason(Waiting other, List<Waiting> nearer) {
    int taken = players(nearer);
    if (taken >= capacity.places()) {
      return Reason.NOT_NEEDED;
    } else if (moment.wait(other) < agreedAfter()) {
      return Reason.TOO_NEW;
    }
    long youngest = Math.min(moment.youngest(nearer), moment.wait(other));
    return capacity.fits(nearer, taken, other, youngest) ? Reason.NO_TEAMS : Reason.NO_PLACE;
  }

  /** After which wait a ticket agrees to so few players as the match has. */
  private long agreedAfter() {
    int players = players(members);
    return criteria.teams().levels().stream()
        .filter(level -> level.players() <= players)
        .findFirst()
        .map(Level::after)
        .orElse(0L);
  }

  private static int players(List<Waiting> tickets) {
    return tickets.stream().mapToInt(Waiting::size).sum();
  }
}
