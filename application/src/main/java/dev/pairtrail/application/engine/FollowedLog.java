package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Feeds.Progress;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A log as it is read on by who keeps what it had: if it has lost what was read, that shows.
 *
 * @param stored the log as the store has it
 * @param whole the same with what was archived of it
 */
record FollowedLog(EventLog stored, EventLog whole, int page) {

  /**
   * What follows that which was derived; empty if the log lacks something that was or may be.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<List<LogEntry>> after(Progress progress) {
    Head derived = progress.derived();
    if (!progress.intended().equals(derived) && !has(progress.intended())) {
      return Optional.empty();
    }
    if (derived.revision() == 0) {
      return Optional.of(whole.read(derived.position(), page));
    }
    List<LogEntry> found = stored.read(derived.position().previous(), Math.addExact(page, 1));
    if (begins(found, derived)) {
      return Optional.of(found.subList(1, found.size()));
    }
    return isLost(derived) ? Optional.empty() : Optional.of(whole.read(derived.position(), page));
  }

  private boolean has(Head head) {
    return begins(stored.read(head.position().previous(), 1), head) || !isLost(head);
  }

  private static boolean begins(List<LogEntry> entries, Head head) {
    return !entries.isEmpty() && entries.getFirst().isAt(head);
  }

  /** Asks by appending nothing; an entry that was trimmed, or archived, is not lost. */
  private boolean isLost(Head head) {
    return switch (whole.append(List.of(), new AppendCondition(head, Set.of()))) {
      case AppendResult.Appended _, AppendResult.Conflict _, AppendResult.TooFarBehind _ -> false;
      case AppendResult.Diverged _ -> true;
      case AppendResult.Refused(var reason) -> throw new StoreUnavailableException(reason);
      case AppendResult.Unknown(var cause) ->
          throw new StoreUnavailableException("no answer about what was derived", cause);
    };
  }
}
