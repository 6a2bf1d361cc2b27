package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.matching.Waiting.BY_WAIT;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All waiting tickets of a queue, and which of them a matching pass has to look at: after a
 * complete pass only a ticket that came, went or whose window widened since can change what
 * matches. Not thread-safe.
 */
public final class WaitingPools {
  /** The least of all ids. */
  private static final TicketId FIRST_ID = new TicketId("-");

  private final Map<List<Optional<Attribute>>, Pool> pools = new HashMap<>();
  private final NavigableSet<Waiting> byWait = new TreeSet<>(BY_WAIT);
  private final Set<Waiting> changed = new HashSet<>();
  private final Set<Waiting> underWay = new HashSet<>();
  private Instant passAt = Instant.MIN;
  private Instant lastPass = Instant.MIN;

  /** Adds a ticket, which a pass has not seen yet. */
  public void add(Waiting ticket) {
    byWait.add(ticket);
    pools.computeIfAbsent(ticket.partition(), _ -> new Pool()).add(ticket);
    noteChange(ticket);
  }

  /** Removes a ticket. Who could have met it may now form another match. */
  public void remove(Waiting ticket) {
    if (byWait.remove(ticket)) {
      pools.computeIfPresent(ticket.partition(), (_, pool) -> without(pool, ticket));
      noteChange(ticket);
    }
  }

  /** Before the first pass there is no need to: that one looks at all. */
  private void noteChange(Waiting ticket) {
    if (!passAt.equals(Instant.MIN)) {
      changed.add(ticket);
    }
  }

  private boolean passedOnce() {
    return !lastPass.equals(Instant.MIN);
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
    return byWait.stream();
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

  /** The tickets that have waited for the whole timeout, the longest wait first. */
  Stream<Waiting> expired(RuleSet rules, Instant now) {
    return rules.ticketTimeout().stream()
        .flatMap(timeout -> byWait.stream().takeWhile(t -> !t.since().plus(timeout).isAfter(now)));
  }

  /** When time alone next changes something: a window widens or a ticket expires. */
  public Optional<Instant> nextChange(RuleSet rules) {
    Stream<Instant> expiry =
        rules.ticketTimeout().stream()
            .flatMap(timeout -> byWait.stream().limit(1).map(t -> t.since().plus(timeout)));
    Stream<Instant> widening = steps(rules).flatMap(after -> nextWidening(after).stream());
    return Stream.concat(expiry, widening).min(Instant::compareTo);
  }

  private Optional<Instant> nextWidening(Duration after) {
    if (!passedOnce()) {
      return Optional.empty();
    }
    Instant reached = lastPass.minus(after);
    return byWait.tailSet(startOf(reached), true).stream()
        .filter(ticket -> ticket.since().isAfter(reached))
        .findFirst()
        .map(ticket -> ticket.since().plus(after));
  }

  /**
   * Those that a pass must take as seeds, the longest wait first: whoever may meet a changed one.
   *
   * @param leaving those whom the pass takes out, which is a change too
   */
  NavigableSet<Waiting> seeds(RuleSet rules, Windows windows, List<Waiting> leaving) {
    if (!passedOnce()) {
      return new TreeSet<>(byWait);
    }
    NavigableSet<Waiting> seeds = new TreeSet<>(BY_WAIT);
    Stream.of(changed.stream(), leaving.stream(), widened(rules, windows.now()))
        .flatMap(tickets -> tickets)
        .collect(Collectors.groupingBy(Waiting::partition))
        .forEach((partition, tickets) -> addReached(partition, tickets, windows, seeds));
    return seeds;
  }

  private void addReached(
      List<Optional<Attribute>> partition,
      List<Waiting> tickets,
      Windows windows,
      Set<Waiting> reached) {
    Pool pool = pools.get(partition);
    if (pool != null) {
      Reach.of(tickets, windows).forEach(reach -> pool.addWithin(reach, reached));
    }
  }

  private Stream<Waiting> widened(RuleSet rules, Instant now) {
    return steps(rules).flatMap(after -> crossed(lastPass.minus(after), now.minus(after)));
  }

  private Stream<Waiting> crossed(Instant after, Instant upTo) {
    return byWait.tailSet(startOf(after), true).stream()
        .dropWhile(ticket -> !ticket.since().isAfter(after))
        .takeWhile(ticket -> !ticket.since().isAfter(upTo));
  }

  private static Stream<Duration> steps(RuleSet rules) {
    return rules.distance().stream()
        .map(DistanceRule::expand)
        .flatMap(List::stream)
        .map(DistanceRule.Step::after);
  }

  /** Sorts before every ticket that waits since then. */
  private static Waiting startOf(Instant since) {
    return new Waiting(FIRST_ID, since, 0, List.of(), OptionalDouble.empty());
  }

  /** All that the ticket's window reaches, nearest first, itself among them while it waits. */
  Iterable<Waiting> around(Waiting ticket, Windows windows) {
    Pool pool = pools.get(ticket.partition());
    return pool == null ? List.of() : pool.nearest(ticket, windows.of(ticket));
  }
}
