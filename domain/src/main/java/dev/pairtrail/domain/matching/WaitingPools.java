package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All waiting tickets of a queue under one rule set, and which of them a matching pass has to look
 * at: after a complete pass only a ticket that came, went or whose limits loosened since can change
 * what matches. Not thread-safe.
 */
public final class WaitingPools {
  private final Criteria criteria;
  private final Map<Partition, Pool> pools = new HashMap<>();
  private final SortedBlocks<Waiting> byWait = new SortedBlocks<>(Waiting.WAIT_ORDER);
  private final Set<Waiting> changed = new HashSet<>();
  private final Set<Waiting> underWay = new HashSet<>();
  private Instant passAt = Instant.MIN;
  private Instant lastPass = Instant.MIN;

  public WaitingPools(RuleSet rules) {
    criteria = new Criteria(rules);
  }

  /**
   * Adds a ticket, which a pass has not seen yet.
   *
   * @param since when its wait began
   * @param players at least one
   */
  public void add(TicketId id, Instant since, List<Player> players) {
    Pool pool = poolOf(criteria.partition(players));
    Waiting ticket = criteria.waiting(id, since, players, pool.partition());
    if (byWait.add(ticket)) {
      pool.add(ticket);
      noteChange(ticket);
    }
  }

  private Pool poolOf(Partition partition) {
    return pools.computeIfAbsent(partition, p -> new Pool(p, criteria.teams().counts()));
  }

  /** Removes a ticket. Who could have met it may now form another match. */
  public void remove(TicketId id, Instant since) {
    Waiting ticket = byWait.remove(Waiting.keyOf(id, since));
    if (ticket != null) {
      pools.computeIfPresent(ticket.partition(), (_, pool) -> without(pool, ticket));
      if (criteria.departureMayHelp()) {
        noteChange(ticket);
      } else {
        changed.remove(ticket);
      }
    }
  }

  /** Before the first pass there is no need to: that one looks at all. */
  private void noteChange(Waiting ticket) {
    if (!passAt.equals(Instant.MIN)) {
      changed.add(ticket);
    }
  }

  private static @Nullable Pool without(Pool pool, Waiting ticket) {
    pool.remove(ticket);
    return pool.isEmpty() ? null : pool;
  }

  public int size() {
    return byWait.size();
  }

  /** The tickets, the longest wait first. */
  public Stream<Waiting> stream() {
    return StreamSupport.stream(byWait.spliterator(), false);
  }

  /** Notes that a pass was decided at this moment: what changes from now on is for the next. */
  public void passBegan(Instant now) {
    passAt = now;
    underWay.addAll(changed);
    changed.clear();
  }

  /**
   * Notes what became of that pass.
   *
   * @param complete whether it looked at everything and took effect; if not, the next one looks at
   *     the same again
   */
  public void passEnded(boolean complete) {
    if (complete) {
      lastPass = passAt;
    } else {
      changed.addAll(underWay);
    }
    underWay.clear();
  }

  /** Has the next pass look at all tickets. */
  public void forgetPasses() {
    passAt = Instant.MIN;
    lastPass = Instant.MIN;
    changed.clear();
    underWay.clear();
  }

  Criteria criteria() {
    return criteria;
  }

  /** The tickets that have waited for the whole timeout, the longest wait first. */
  Stream<Waiting> expired(Instant now) {
    return criteria.rules().ticketTimeout().stream()
        .flatMap(timeout -> stream().takeWhile(t -> !t.since().plus(timeout).isAfter(now)));
  }

  /** When time alone next changes something: a limit loosens or a ticket expires. */
  public Optional<Instant> nextChange() {
    Stream<Instant> expiry =
        criteria.rules().ticketTimeout().stream()
            .flatMap(timeout -> stream().limit(1).map(t -> t.since().plus(timeout)));
    Stream<Instant> loosening =
        criteria.changes().stream().flatMap(after -> nextLoosening(after).stream());
    return Stream.concat(expiry, loosening).min(Instant::compareTo);
  }

  /** When the limits of what waits since then next loosen. */
  public Optional<Instant> nextLoosening(Instant since) {
    return criteria.changes().stream()
        .map(since::plus)
        .filter(time -> hasPassed() && time.isAfter(lastPass))
        .findFirst();
  }

  private Optional<Instant> nextLoosening(Duration after) {
    if (!hasPassed()) {
      return Optional.empty();
    }
    Instant reached = lastPass.minus(after);
    Iterator<Waiting> tickets = since(reached);
    while (tickets.hasNext()) {
      Instant since = tickets.next().since();
      if (since.isAfter(reached)) {
        return Optional.of(since.plus(after));
      }
    }
    return Optional.empty();
  }

  private Iterator<Waiting> since(Instant moment) {
    return byWait.from(Waiting.firstSince(moment));
  }

  /** Whether there was a complete pass, so that the next one need not look at all. */
  boolean hasPassed() {
    return !lastPass.equals(Instant.MIN);
  }

  /** Those that came, went or whose limits loosened since the last complete pass. */
  Collection<Waiting> changedUntil(Instant now) {
    Set<Waiting> all = new HashSet<>(changed);
    criteria.changes().forEach(after -> crossed(lastPass.minus(after), now.minus(after), all::add));
    return all;
  }

  private void crossed(Instant after, Instant upTo, Consumer<Waiting> found) {
    Iterator<Waiting> tickets = since(after);
    while (tickets.hasNext()) {
      Waiting ticket = tickets.next();
      if (ticket.since().isAfter(upTo)) {
        return;
      }
      if (ticket.since().isAfter(after)) {
        found.accept(ticket);
      }
    }
  }

  /** All tickets of its partition, nearest first, itself while it waits. */
  Iterator<Waiting> near(Waiting ticket) {
    Pool pool = pools.get(ticket.partition());
    return pool == null
        ? List.<Waiting>of().iterator()
        : pool.nearest(ticket.value(), Double.POSITIVE_INFINITY);
  }

  /** How many tickets differ from this one in their partition. */
  int elsewhere(Waiting ticket) {
    Pool pool = pools.get(ticket.partition());
    return size() - (pool == null ? 0 : pool.size());
  }

  /** What there is in a partition for matches; none where nobody waits. */
  Supply supply(Partition partition) {
    Pool pool = pools.get(partition);
    return pool == null ? new Supply(criteria.teams().counts()) : pool.supply();
  }

  /** All tickets of its partition that are near enough, nearest first, itself while it waits. */
  Iterator<Waiting> around(Waiting ticket, Moment moment) {
    Pool pool = pools.get(ticket.partition());
    return pool == null
        ? List.<Waiting>of().iterator()
        : pool.nearest(ticket.value(), criteria.window(ticket, moment));
  }

  /** The same, of those with a value only among these. */
  Iterator<Waiting> around(Waiting ticket, Moment moment, Unmatched left) {
    return existing(ticket.partition()).nearest(ticket, criteria.window(ticket, moment), left);
  }

  /** Those that wait in a partition, which has some, and have a value. */
  Unmatched unmatched(Partition partition) {
    return existing(partition).unmatched();
  }

  private Pool existing(Partition partition) {
    return Objects.requireNonNull(pools.get(partition), "nobody waits in the partition");
  }
}
