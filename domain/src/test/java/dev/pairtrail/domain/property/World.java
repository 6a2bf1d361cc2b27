package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.fixture.Facts;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One log and two states of it: one is told of complete passes and so matches incrementally, the
 * other never is and so always looks at everything. They must decide the same.
 */
final class World {
  static final QueueName QUEUE = new QueueName("world");

  final QueueState incremental = new QueueState(QUEUE, 10_000);
  final QueueState full = new QueueState(QUEUE, 10_000);
  final Ledger ledger = new Ledger();
  final List<LogEntry> log = new ArrayList<>();
  Instant now = Facts.START;
  private long entries;
  private int rooms;

  /** Decides by both, appends, folds, and audits what was decided. */
  Decision carryOut(Command command) {
    Decision decision = decideByBoth(command);
    if (command instanceof RunPass pass) {
      incremental.passBegan(now);
      events(decision).forEach(this::append);
      incremental.passEnded(events(decision).size() < pass.limit());
    } else if (decision instanceof Accepted accepted) {
      accepted.events().forEach(this::append);
    }
    ledger.agreesWith(incremental);
    return decision;
  }

  /** A pass whose events never reach the log, as when another instance was first. */
  private void losePass(int limit) {
    var _ = decideByBoth(pass(limit));
    incremental.passBegan(now);
    incremental.passEnded(false);
  }

  private Decision decideByBoth(Command command) {
    int roomsBefore = rooms;
    Decision decision = Decider.decide(incremental, command, now);
    rooms = roomsBefore;
    Decision byAll = Decider.decide(full, command, now);
    assertThat(decision).as("the incremental decision").isEqualTo(byAll);
    return decision;
  }

  private void append(Decided decided) {
    Referee referee = new Referee(incremental.rules().rules(), now);
    if (decided.event() instanceof MatchProposed match) {
      referee.accepts(match.teams(), match.basis().orElseThrow(), ledger.waiting);
    }
    if (decided.event() instanceof PlayersMatched match
        && !ledger.openRooms.containsKey(match.roomId())) {
      referee.accepts(match.teams(), match.basis().orElseThrow(), ledger.waiting);
    }
    ledger.record(decided.event());
    entries++;
    var entry =
        new RecordedEvent(
            new Position(entries, 0), entries, decided.tags(), Optional.empty(), decided.event());
    log.add(entry);
    incremental.evolve(entry);
    full.evolve(entry);
  }

  /** Loses a pass, then runs passes until one finds nothing. */
  void completePass(int limit) {
    losePass(limit);
    for (int turns = 0; turns < 1000; turns++) {
      if (events(carryOut(pass(limit))).isEmpty()) {
        nothingIsDueBeforeSaid();
        return;
      }
    }
    throw new AssertionError("passes do not come to an end");
  }

  RunPass pass(int limit) {
    return new RunPass(() -> new RoomId("r" + ++rooms), limit);
  }

  static List<Decided> events(Decision decision) {
    return switch (decision) {
      case Accepted accepted -> accepted.events();
      case Decision.Rejected(Rejection reason) ->
          throw new AssertionError("was rejected: " + reason);
    };
  }

  /** Until what nextDue says, time alone brings nothing; asked of the state that sees all. */
  private void nothingIsDueBeforeSaid() {
    Instant due = incremental.nextDue().orElse(now.plusSeconds(86_400));
    assertThat(due).isAfter(now);
    assertThat(events(Decider.decide(full, pass(100), due.minusNanos(1)))).isEmpty();
  }
}
