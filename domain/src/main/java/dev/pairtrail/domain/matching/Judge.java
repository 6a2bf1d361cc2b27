package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of two tickets whether they may meet, and why not, by the very criteria that the matcher
 * asks, in the order in which it would ask them: the one that waited longer seeds.
 */
public final class Judge {
  private final Criteria criteria;
  private final Moment moment;

  public Judge(WaitingPools pools, Instant now) {
    criteria = pools.criteria();
    moment = new Moment(now);
  }

  /** A ticket as the matcher would see it, whether it waits or not. */
  public Waiting ticket(TicketId id, Instant since, List<Player> players) {
    return criteria.waiting(id, since, players, new Object[] {criteria.partition(players)});
  }

  /** Whether the two may meet, and from when on. */
  public Meeting meeting(Waiting one, Waiting other) {
    return new Meeting(
        other.id(), refusal(one, other, moment), admittedFrom(one, other), until(one, other));
  }

  Optional<Refusal> refusal(Waiting one, Waiting other) {
    return refusal(one, other, moment);
  }

  private Optional<Refusal> refusal(Waiting one, Waiting other, Moment at) {
    if (!one.partition().equals(other.partition())) {
      return Optional.of(otherPartition(one, other));
    }
    return Optional.ofNullable(refusing(one, other, at)).map(c -> c.refusal(one, other, at));
  }

  private @Nullable Criterion refusing(Waiting one, Waiting other, Moment at) {
    boolean inOrder = Waiting.BY_WAIT.compare(one, other) <= 0;
    return criteria.refusing(inOrder ? one : other, inOrder ? other : one, at);
  }

  /** The rule that keeps a ticket out of any match. */
  Optional<Refusal> alone(Waiting ticket, Moment at) {
    return Optional.ofNullable(criteria.refusing(List.of(), ticket, at))
        .map(c -> c.refusal(ticket, ticket, at));
  }

  /** When no rule keeps a ticket out of every match any longer. */
  Optional<Instant> ready(Waiting ticket) {
    return steps(ticket.since(), ticket)
        .filter(time -> criteria.admit(List.of(), ticket, new Moment(time)))
        .findFirst();
  }

  /** Limits only loosen, so the first moment at which all let them meet is the one. */
  private Optional<Instant> admittedFrom(Waiting one, Waiting other) {
    if (!one.partition().equals(other.partition())) {
      return Optional.empty();
    }
    Instant both = one.since().isAfter(other.since()) ? one.since() : other.since();
    return steps(both, one, other)
        .filter(time -> refusing(one, other, new Moment(time)) == null)
        .findFirst();
  }

  /** That moment, and those after it at which a limit of one of the tickets loosens. */
  private Stream<Instant> steps(Instant from, Waiting... tickets) {
    Stream<Instant> later =
        Stream.of(tickets)
            .flatMap(ticket -> criteria.changes().stream().map(ticket.since()::plus))
            .filter(time -> time.isAfter(from))
            .sorted();
    return Stream.concat(Stream.of(from), later);
  }

  private Optional<Instant> until(Waiting one, Waiting other) {
    Instant first = one.since().isBefore(other.since()) ? one.since() : other.since();
    return criteria.rules().ticketTimeout().map(first::plus);
  }

  /** Whether a ticket has waited too long, so that the next pass takes it out of the queue. */
  boolean isOverdue(Waiting ticket) {
    return until(ticket, ticket).filter(end -> !end.isAfter(moment.now())).isPresent();
  }

  /** Whether the two may meet before the first of them has waited too long. */
  boolean willMeet(Waiting one, Waiting other) {
    if (!one.partition().equals(other.partition())) {
      return false;
    }
    Instant last = one.since().isAfter(other.since()) ? one.since() : other.since();
    Duration loosest = criteria.changes().isEmpty() ? Duration.ZERO : criteria.changes().getLast();
    Instant end = last.plus(loosest);
    Instant at = until(one, other).map(gone -> gone.minusNanos(1)).filter(end::isAfter).orElse(end);
    return !at.isBefore(last) && refusing(one, other, new Moment(at)) == null;
  }

  private Refusal otherPartition(Waiting one, Waiting other) {
    List<String> names = criteria.rules().partition();
    int i = 0;
    while (i < names.size() - 1 && value(one, i).equals(value(other, i))) {
      i++;
    }
    return new Refusal.OtherPartition(names.get(i), value(one, i), value(other, i));
  }

  private static Optional<Attribute> value(Waiting ticket, int i) {
    return ticket.partition().values().get(i);
  }
}
