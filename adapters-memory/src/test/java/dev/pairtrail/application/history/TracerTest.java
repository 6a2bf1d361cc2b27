package dev.pairtrail.application.history;

import static dev.pairtrail.application.history.Duels.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.why.Outlook.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ticket's story is told from its log, in sentences and in numbers. */
final class TracerTest {
  private final Duels duels = new Duels().begun();

  @Test
  void aTicketThatWaitsIsToldWhomItMayMeetAndWhen() {
    duels.enqueue("ann", 1500).at(5).enqueue("bob", 1650).enqueue("cid", 2500).at(6);

    Trace trace = duels.trace("ann");

    assertThat(story(trace)).containsExactly("ann (rating 1500) began to wait.");
    assertThat(trace.match()).isEmpty();
    assertThat(trace.time()).isEqualTo(Duels.START.plusSeconds(6));
    Trace.Waiting waiting = trace.waiting().orElseThrow();
    assertThat(waiting.outlook().standing()).isEqualTo(Standing.TOO_FEW);
    assertThat(waiting.text())
        .isEqualTo(
            "A match needs 2 players, and nobody else who waits can be in one with ann now; 2 can"
                + " once limits have loosened. Next, at 2026-11-27T10:00:15Z, it may meet bob.");
    assertThat(waiting.nearest().stream().map(Trace.Nearby::text))
        .containsExactly(
            "Rule fair says no: they are 150 apart in rating; ann (waited 6 s) accepts up to 100,"
                + " bob (waited 1 s) up to 100. They may meet from 2026-11-27T10:00:15Z on, in"
                + " 9 s, when ann will have waited 15 s and bob 10 s.",
            "Rule fair says no: they are 1000 apart in rating; ann (waited 6 s) accepts up to 100,"
                + " cid (waited 1 s) up to 100. No wait will change that.");
  }

  @Test
  void nobodyIsThere() {
    duels.enqueue("ann", 1500);

    Trace.Waiting waiting = duels.trace("ann").waiting().orElseThrow();

    assertThat(waiting.outlook().unmatchable()).isTrue();
    assertThat(waiting.text())
        .isEqualTo(
            "A match needs 2 players, and nobody else who waits can be in one with ann now."
                + " However long it waits, it cannot be matched with those who are there: others"
                + " must come.");
  }

  @Test
  void aMatchIsToldWithThoseWhoWereNear() {
    duels.enqueue("ann", 1500).at(1).enqueue("bob", 1540).enqueue("cid", 1560);
    duels.enqueue("dan", 1400).enqueue("eve", 1640).at(2).pass();

    Trace trace = duels.trace("bob");

    assertThat(story(trace))
        .containsExactly(
            "bob (rating 1540) began to wait.",
            "Matched after 1 s: team red is ann; team blue is bob, in room r1.");
    Trace.Match match = trace.match().orElseThrow();
    assertThat(match.members().stream().map(Trace.Member::text))
        .containsExactly(
            "ann had waited 2 s and accepted a difference of up to 100. This ticket was the seed:"
                + " the match was looked for among those nearest to it.",
            "bob had waited 1 s and accepted a difference of up to 100. It joined as number 2.");
    assertThat(match.rules().stream().map(Trace.Judged::text))
        .containsExactly("they were at most 40 apart in rating; 100 was allowed");
    assertThat(match.notTaken().stream().map(Trace.NotTaken::text))
        .containsExactly(
            "cid could have joined, but the match was full: the others were nearer to the seed, or"
                + " as near and had waited longer.",
            "Rule fair kept dan apart from bob: they are 140 apart in rating; bob (waited 1 s)"
                + " accepts up to 100, dan (waited 1 s) up to 100.",
            "Rule fair kept eve apart from ann: they are 140 apart in rating; ann (waited 2 s)"
                + " accepts up to 100, eve (waited 1 s) up to 100.");
    Trace.Match other = duels.trace("cid").match().orElseThrow();
    assertThat(other.notTaken().stream().map(Trace.NotTaken::text))
        .contains("ann was gone: the same pass had matched it into room r1 before.");
  }

  @Test
  void whatBecameOfTheMatchIsTold() {
    duels.enqueue("ann", 1500).enqueue("bob", 1540).at(1).pass();
    RoomId room = duels.trace("ann").match().orElseThrow().room();
    duels.at(2).ask(new Command.JoinRoom(room, new PlayerId("ann"))).at(40).pass();

    assertThat(story(duels.trace("ann")))
        .containsExactly(
            "ann (rating 1500) began to wait.",
            "Matched after 1 s: team red is ann; team blue is bob, in room r1.",
            "ann joined the room.",
            "The match was given up (not all players joined in time); the ticket waits again, as"
                + " if it had never been matched.");
    assertThat(story(duels.trace("bob")).getLast())
        .isEqualTo(
            "The match was given up (not all players joined in time); the ticket left the queue"
                + " with it.");
    assertThat(duels.trace("ann").waiting()).isPresent();
    duels.at(60).pass();
    assertThat(story(duels.trace("ann")).getLast())
        .isEqualTo("No match was found in time; the ticket expired after 1 min.");
  }

  @Test
  void theStoryEndsWhereItIsAskedTo() {
    duels.enqueue("ann", 1500).enqueue("bob", 1540);
    LogPoint before = duels.end();
    duels.at(1).pass();

    Trace trace = duels.trace("ann", before);

    assertThat(trace.ticket().isWaiting()).isTrue();
    assertThat(trace.match()).isEmpty();
    assertThat(trace.waiting().orElseThrow().text())
        .isEqualTo(
            "There is a match for it at this moment: the next pass makes it, unless a ticket that"
                + " waited longer takes its players.");
    assertThat(duels.trace("ann").ticket().state()).isInstanceOf(Ticket.Matched.class);
  }

  @Test
  void twoTicketsAreHeldAgainstEachOther() {
    duels.enqueue("ann", 1500).at(5).enqueue("bob", 1650).at(6).enqueue("cid", 1510).pass();

    Trace.With with = found(traced("ann", "bob")).with().orElseThrow();

    assertThat(with.time()).isEqualTo(Duels.START.plusSeconds(6));
    assertThat(with.text())
        .isEqualTo(
            "Rule fair says no: they are 150 apart in rating; ann (waited 6 s) accepts up to 100,"
                + " bob (waited 1 s) up to 100. They may meet from 2026-11-27T10:00:15Z on, in"
                + " 9 s, when ann will have waited 15 s and bob 10 s.");
    assertThat(found(traced("bob", "cid")).with().orElseThrow().text())
        .startsWith("cid is in room r1 since 2026-11-27T10:00:06Z. It is judged as if it still");
  }

  @Test
  void whatIsNotThereIsSaid() {
    duels.enqueue("ann", 1500);

    assertThat(duels.traced("bob", new LogPoint.End(), Optional.empty()))
        .isEqualTo(new Traced.UnknownTicket(new TicketId("bob")));
    assertThat(
            duels.traced("ann", new LogPoint.AtTime(Duels.START.minusMillis(1)), Optional.empty()))
        .isEqualTo(new Traced.UnknownTicket(new TicketId("ann")));
    assertThat(traced("ann", "bob")).isEqualTo(new Traced.UnknownOther(new TicketId("bob")));
  }

  @Test
  void aMatchOfThePlainServiceIsToldAsFarAsItCan() {
    duels.enqueue("ann", 1500).enqueue("bob", 1540).at(1);
    duels.append(
        new PlayersMatched(
            new RoomId("77be"),
            List.of(team("1", "ann"), team("2", "bob")),
            Optional.empty(),
            Optional.empty(),
            duels.now.get()));

    Trace.Match match = duels.trace("ann").match().orElseThrow();

    assertThat(match.members()).isEmpty();
    assertThat(match.text()).startsWith("The log does not say what this match rests on");
  }

  /** Its state remembers ten tickets that ended, which are other ones. */
  @Test
  void aTicketThatNoStateRemembersIsFoundInTheLog() {
    duels.enqueue("old", 1500).ask(new Command.CancelTicket(new TicketId("old")));
    for (int i = 0; i < 11; i++) {
      duels.enqueue("t" + i, 1500).ask(new Command.CancelTicket(new TicketId("t" + i)));
    }
    States forgetful = new Forgetful(duels.recorded);

    Trace trace =
        found(
            new Tracer(duels.recorded, forgetful)
                .trace(
                    new Tracer.Question(
                        new TicketId("old"),
                        new LogPoint.End(),
                        Optional.empty(),
                        Optional.empty())));

    assertThat(trace.ticket().state()).isEqualTo(new Ticket.Cancelled(Duels.START));
    assertThat(story(trace))
        .containsExactly(
            "old (rating 1500) began to wait.", "The ticket was cancelled by request, after 0 ms.");
  }

  private Traced traced(String ticket, String with) {
    return duels.traced(ticket, new LogPoint.End(), Optional.of(with));
  }

  private static Team team(String name, String player) {
    return new Team(name, List.of(new TicketId(player)), List.of(new PlayerId(player)));
  }

  private static List<String> story(Trace trace) {
    return trace.story().stream().map(Trace.Told::text).toList();
  }
}
