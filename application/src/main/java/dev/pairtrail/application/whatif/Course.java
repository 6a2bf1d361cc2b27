package dev.pairtrail.application.whatif;

import dev.pairtrail.application.whatif.Wait.End;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of tickets, told by events: of those that a log has or those that were simulated. */
final class Course {
  private final Measure measure;
  private final Sides sides = new Sides(this::latest);
  private final List<Wait> waits = new ArrayList<>();
  private final Map<TicketId, Wait> latest = new HashMap<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final Map<RoomId, PlayersMatched> pending = new HashMap<>();
  private long fellThrough;

  Course(Measure measure) {
    this.measure = measure;
  }

  void apply(Event event) {
    switch (event) {
      case TicketEnqueued e -> waits(e.ticketId(), e.players(), e.timestamp());
      case TicketCancelled e -> leaves(e.ticketId(), End.CANCELLED, e.timestamp());
      case TicketExpired e -> leaves(e.ticketId(), End.EXPIRED, e.timestamp());
      case PlayersMatched e -> matched(e);
      case BackfillMatched e -> e.ticketIds().forEach(id -> leaves(id, End.MATCHED, e.timestamp()));
      case GameStarted e -> started(e.roomId());
      case MatchCancelled e -> fellThrough(e);
      case MatchProposed _,
          PlayerAccepted _,
          PlayerDeclined _,
          PlayerJoinedRoom _,
          PlayerLeft _,
          ConnectionAssigned _,
          BackfillRequested _,
          BackfillCancelled _,
          ResultRecorded _,
          RuleSetActivated _,
          DeadLetterDiscarded _,
          LogSealed _ -> {}
    }
  }

  /** A ticket that waits already is not a new one. */
  private void waits(TicketId id, List<Player> players, Instant since) {
    if (latest(id).filter(wait -> wait.is(End.WAITING)).isEmpty()) {
      Wait wait = new Wait(since, measure.of(players));
      waits.add(wait);
      latest.put(id, wait);
    }
  }

  private Optional<Wait> latest(TicketId id) {
    return Optional.ofNullable(latest.get(id));
  }

  private void leaves(TicketId id, End how, Instant at) {
    Optional.ofNullable(latest.remove(id)).ifPresent(wait -> wait.ends(how, at));
  }

  /** A match of tickets of which nothing is known belongs to the time before. */
  private void matched(PlayersMatched match) {
    List<Wait> tickets = match.ticketIds().stream().flatMap(id -> latest(id).stream()).toList();
    if (!tickets.isEmpty()) {
      tickets.forEach(wait -> wait.ends(End.MATCHED, match.timestamp()));
      meetings.add(sides.meeting(match));
      pending.put(match.roomId(), match);
    }
  }

  /** What began can no longer fall through, so its tickets are needed no more. */
  private void started(RoomId room) {
    Optional.ofNullable(pending.remove(room)).stream()
        .flatMap(match -> match.ticketIds().stream())
        .forEach(id -> latest(id).filter(w -> w.is(End.MATCHED)).ifPresent(_ -> latest.remove(id)));
  }

  /** Who is returned may be matched again; that they were matched stays true. */
  private void fellThrough(MatchCancelled event) {
    if (pending.remove(event.roomId()) != null) {
      fellThrough++;
    }
    event.removedTicketIds().forEach(id -> leaves(id, End.REMOVED, event.timestamp()));
  }

  List<Wait> waits() {
    return waits;
  }

  /** In the order in which they were made. */
  List<Meeting> meetings() {
    return meetings;
  }

  /** How many of the matches were given up before their game began. */
  long fellThrough() {
    return fellThrough;
  }
}
