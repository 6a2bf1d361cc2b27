package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.cancel;
import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Asks.start;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.cancelled;
import static dev.pairtrail.domain.fixture.Facts.connected;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.expired;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.left;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static dev.pairtrail.domain.fixture.Scenario.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.UnknownRoom;
import dev.pairtrail.domain.queue.Rejection.UnknownTicket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a log holds, folding it goes on. */
class EvolveTest {
  private static final List<Event> STORY =
      List.of(
          activated(1, rated().build(), 0),
          enqueued("ann", 0),
          enqueued("bob", 1),
          enqueued("cid", 1),
          cancelled("cid", 1),
          enqueued("dan", 1),
          expired("dan", 1),
          match("r1").red("ann").blue("bob").at(2),
          joined("ann", "r1", 3),
          left("ann", "r1", 3),
          connected("r1", "10.0.0.5:7777", 3),
          matchCancelled("r1", "gone", tickets("bob"), tickets("ann"), 4),
          match("r2").red("bob").blue("eva").at(5),
          started("r2", 6));

  @Test
  void aLogThatBeginsAnywhereIsFolded() {
    for (int from = 0; from < STORY.size(); from++) {
      List<Event> rest = STORY.subList(from, STORY.size());
      Scenario scenario = given(rest.toArray(Event[]::new));
      scenario.expect(state -> assertThat(state.head().revision()).isEqualTo(rest.size()));
      scenario.expect(state -> assertThat(state.depth()).isZero());
    }
  }

  @Test
  void everyEventMayComeTwice() {
    Scenario scenario = given();
    STORY.forEach(event -> scenario.and(event, event));
    scenario.expect(state -> {
      assertThat(state.depth()).isZero();
      assertThat(state.openRooms()).isEmpty();
      assertThat(state.counts()).containsEntry(Count.ENTRIES, 2L * STORY.size());
    });
  }

  @Test
  void theSameEntryIsFoldedOnce() {
    var broken = new UnreadableEntry(position(1), 1, Set.of(), "broken", Map.of());
    given()
        .and(broken)
        .and(broken)
        .expect(state -> {
          assertThat(state.counts()).containsEntry(Count.ENTRIES, 1L);
          assertThat(state.head()).isEqualTo(new Head(position(1), 1));
        });
  }

  @Test
  void anUnreadableEntryIsCountedAndPassedOver() {
    given(enqueued("ann", 0))
        .and(new UnreadableEntry(position(2), 2, Set.of(), "broken", Map.of("event", "{")))
        .expect(state -> {
          assertThat(state.counts()).containsEntry(Count.UNREADABLE_ENTRIES, 1L);
          assertThat(state.head()).isEqualTo(new Head(position(2), 2));
          assertThat(state.depth()).isEqualTo(1);
        });
  }

  @Test
  void whatHappenedIsCounted() {
    given(STORY.toArray(Event[]::new))
        .expect(state ->
            assertThat(state.counts())
                .isEqualTo(
                    Map.ofEntries(
                        Map.entry(Count.ENTRIES, 14L),
                        Map.entry(Count.ENQUEUED_TICKETS, 4L),
                        Map.entry(Count.PROPOSALS, 0L),
                        Map.entry(Count.BACKFILLS, 0L),
                        Map.entry(Count.MATCHES, 2L),
                        Map.entry(Count.MATCHED_TICKETS, 4L),
                        Map.entry(Count.RETURNED_TICKETS, 1L),
                        Map.entry(Count.CANCELLED_TICKETS, 1L),
                        Map.entry(Count.EXPIRED_TICKETS, 1L),
                        Map.entry(Count.STARTED_GAMES, 1L),
                        Map.entry(Count.CANCELLED_MATCHES, 1L),
                        Map.entry(Count.UNREADABLE_ENTRIES, 0L))));
  }

  @Test
  void onlyTheLastEndedTicketsAreRemembered() {
    given(2, enqueued("ann", 0), enqueued("bob", 0), enqueued("cid", 0), enqueued("dan", 0))
        .and(cancelled("ann", 1), cancelled("bob", 2), cancelled("cid", 3))
        .when(cancel("ann"))
        .at(4)
        .thenRejected(new UnknownTicket(ticket("ann")))
        .when(cancel("bob"))
        .at(4)
        .thenNothing()
        .when(cancel("dan"))
        .at(4)
        .then(cancelled("dan", 4));
  }

  @Test
  void aRequestIsForgottenWithItsTicket() {
    var ann = players("ann", Map.of());
    given(1)
        .when(enqueue("ann", ann, "key"))
        .at(0)
        .then(enqueued("ann", 0))
        .and(enqueued("bob", 0), cancelled("ann", 1))
        .when(enqueue("new", ann, "key"))
        .at(2)
        .thenNothing()
        .and(cancelled("bob", 3))
        .when(enqueue("new", ann, "key"))
        .at(4)
        .then(enqueued("new", ann, 4));
  }

  @Test
  void onlyTheLastEndedRoomsAreRememberedButEveryOpenOne() {
    given(1, match("r1").red("ann").blue("bob").at(0), match("r2").red("cid").blue("dan").at(0))
        .and(match("r3").red("eva").blue("fay").at(0), started("r1", 1), started("r2", 2))
        .when(start("r1"))
        .at(3)
        .thenRejected(new UnknownRoom(room("r1")))
        .when(start("r2"))
        .at(3)
        .thenNothing()
        .when(start("r3"))
        .at(3)
        .then(started("r3", 3))
        .expect(state -> assertThat(state.ticketOf(id("eva"))).isEmpty());
  }
}
