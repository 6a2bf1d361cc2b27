package dev.pairtrail.application.history;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.PassedOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket's story: what happened to it, and why it was or is not matched, as data and in plain
 * words.
 *
 * @param ticket as it was at the end of the story
 * @param position the last entry of the log that counts
 * @param time the moment at which a waiting ticket is judged
 * @param story what touched the ticket or its room, in order
 * @param match the last match it was in, if any
 * @param waiting what it can expect; only while it waits
 * @param with the other ticket that was asked about, if one was
 */
public record Trace(
    Ticket ticket,
    Position position,
    Instant time,
    List<Told> story,
    Optional<Match> match,
    Optional<Waiting> waiting,
    Optional<With> with) {
  public Trace {
    story = List.copyOf(story);
  }

  /** An event in a sentence. */
  public record Told(RecordedEvent event, String text) {}

  /**
   * Why a ticket is in a match.
   *
   * @param decision the event that decided it
   * @param basis what it rests on; empty where the log does not say
   * @param members the seed first, then as they were added
   * @param notTaken who was near too
   */
  public record Match(
      RecordedEvent decision,
      RoomId room,
      List<Team> teams,
      Optional<MatchBasis> basis,
      List<Member> members,
      List<Judged> rules,
      List<NotTaken> notTaken,
      String text) {
    public Match {
      teams = List.copyOf(teams);
      members = List.copyOf(members);
      rules = List.copyOf(rules);
      notTaken = List.copyOf(notTaken);
    }
  }

  /** A ticket of a match. */
  public record Member(MatchBasis.TicketBasis basis, List<PlayerId> players, String text) {}

  /** What a rule said of a match. */
  public record Judged(RuleBasis basis, String text) {}

  /**
   * A ticket that was near when a match was decided.
   *
   * @param refusal what the rule says, if one does
   */
  public record NotTaken(
      PassedOver passedOver, List<PlayerId> players, Optional<String> refusal, String text) {}

  /** What a waiting ticket can expect. */
  public record Waiting(Outlook outlook, List<Nearby> nearest, String text) {
    public Waiting {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * Another ticket, and whether the two may meet.
   *
   * @param refusal what the rule says, if one does
   */
  public record Nearby(
      TicketId ticket,
      List<PlayerId> players,
      Meeting meeting,
      Optional<String> refusal,
      String text) {}

  /**
   * The other ticket that was asked about.
   *
   * @param time the moment at which the two are judged
   */
  public record With(Instant time, Nearby other, String text) {}
}
