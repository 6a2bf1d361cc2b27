package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchMade;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.QueueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides every recorded match again, on the state and by the rules of its moment, and compares.
 * Entries are shown to it before they are folded, so that it knows at each position what was
 * decided on the state there. For one thread.
 */
final class Redecision {
  private final int limit;
  private final Map<Position, List<Made>> byBasis = new HashMap<>();
  private final Set<RoomId> proposed = new HashSet<>();
  private long decisions;
  private long undecided;
  private boolean blind;

  /** A recorded match. */
  private record Made(RecordedEvent entry, MatchMade match) {}

  /**
   * @param limit most events of one pass
   */
  Redecision(int limit) {
    this.limit = limit;
  }

  long decisions() {
    return decisions;
  }

  long undecided() {
    return undecided;
  }

  /** The states are not known, so nothing can be decided on them. */
  void beginLate() {
    blind = true;
  }

  /** Takes note of an entry that comes; the state is folded no further than some entry before. */
  void comes(LogEntry entry, Position folded) {
    if (!(entry instanceof RecordedEvent recorded)) {
      return;
    }
    if (recorded.event() instanceof MatchMade match) {
      if (match instanceof MatchProposed) {
        proposed.add(match.roomId());
      }
      boolean agreed = match instanceof PlayersMatched && proposed.remove(match.roomId());
      if (!agreed) { // Else it was decided when it was proposed.
        note(recorded, match, folded);
      }
    } else if (recorded.event() instanceof MatchCancelled cancelled) {
      proposed.remove(cancelled.roomId());
    }
  }

  private void note(RecordedEvent recorded, MatchMade match, Position folded) {
    Optional<Position> after = match.basis().map(MatchBasis::decidedAfter);
    if (after.isPresent() && !folded.isAfter(after.get())) {
      byBasis.computeIfAbsent(after.get(), _ -> new ArrayList<>()).add(new Made(recorded, match));
    } else {
      undecided++;
    }
  }

  /** What is wrong with what was decided on this state. */
  Optional<Fault> check(QueueState state) {
    List<Made> recorded = byBasis.remove(state.head().position());
    if (recorded == null || blind) {
      undecided += recorded == null ? 0 : recorded.size();
      return Optional.empty();
    }
    Map<Instant, List<Made>> byTime = new TreeMap<>();
    recorded.forEach(
        made -> byTime.computeIfAbsent(made.match().timestamp(), _ -> new ArrayList<>()).add(made));
    for (List<Made> pass : byTime.values()) {
      Optional<Fault> fault = check(state, pass);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /**
   * A pass looks at what changed since the last; if that gives something else, at everything, as
   * the last may not have ended as the log makes it look.
   */
  private Optional<Fault> check(QueueState state, List<Made> recorded) {
    Instant now = recorded.getFirst().match().timestamp();
    List<Decided> decided = decide(state, recorded, now, limit);
    Optional<Fault> fault = difference(recorded, matches(decided));
    if (fault.isPresent()) {
      state.forgetPasses();
      decided = decide(state, recorded, now, Integer.MAX_VALUE);
      fault = difference(recorded, matches(decided));
    }
    state.passBegan(now);
    state.passEnded(fault.isEmpty() && decided.size() < limit);
    decisions += recorded.size();
    return fault;
  }

  private static List<Decided> decide(
      QueueState state, List<Made> recorded, Instant now, int limit) {
    Iterator<RoomId> rooms =
        recorded.stream()
            .map(Made::match)
            .filter(match -> !(match instanceof BackfillMatched)) // Whose room is there already.
            .map(MatchMade::roomId)
            .iterator();
    RunPass pass = new RunPass(() -> rooms.hasNext() ? rooms.next() : new RoomId("none"), limit);
    return switch (Decider.decide(state, pass, now)) {
      case Decision.Accepted accepted -> accepted.events();
      case Decision.Rejected _ -> List.of();
    };
  }

  private static List<MatchMade> matches(List<Decided> decided) {
    return decided.stream()
        .map(Decided::event)
        .filter(MatchMade.class::isInstance)
        .map(MatchMade.class::cast)
        .toList();
  }

  private static Optional<Fault> difference(List<Made> recorded, List<MatchMade> decided) {
    for (int i = 0; i < recorded.size(); i++) {
      Made made = recorded.get(i);
      if (i >= decided.size()) {
        return fault(made, "by the state and the rules of its moment nobody is matched there");
      }
      Optional<String> other = Decisions.difference(made.match(), decided.get(i));
      if (other.isPresent()) {
        return fault(made, other.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(Made made, String text) {
    return Optional.of(
        new Fault(made.entry().position(), "the match was not decided by the rules: " + text));
  }
}
