package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.plays;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Facts.second;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.Outlook.Lack;
import dev.pairtrail.domain.why.Outlook.Standing;
import dev.pairtrail.domain.why.PassedOver;
import dev.pairtrail.domain.why.PassedOver.Reason;
import dev.pairtrail.domain.why.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why tickets meet or not, in the numbers of the first rule that says no. */
class WhyTest {
  private static final Rules ROLES =
      rules()
          .text("role")
          .teams(2, 2)
          .rule(new TeamCountRule("healer", "role", "healer", limit(new Span(1, 1))));

  @Test
  void theWindowsOfBothSayNoUntilBothAdmit() {
    under(Rules.rated(), enqueued("ann", rated(1500), 0), enqueued("bob", rated(1650), 5))
        .expect(state -> {
          Meeting meeting = meeting(state, "ann", "bob", 12);
          assertThat(meeting.refusal())
              .contains(new Refusal.Apart("fair", "rating", 150, 200, 100));
          assertThat(meeting.admittedFrom()).contains(second(15));
          assertThat(meeting(state, "bob", "ann", 12).refusal())
              .contains(new Refusal.Apart("fair", "rating", 150, 100, 200));
          assertThat(meeting(state, "ann", "bob", 15).isAdmitted()).isTrue();
        });
  }

  @Test
  void aTicketMayExpireBeforeTheOtherAdmitsIt() {
    under(
            Rules.rated().ticketTimeout(12),
            enqueued("ann", rated(1500), 0),
            enqueued("bob", rated(1650), 5))
        .expect(state -> {
          Meeting meeting = meeting(state, "ann", "bob", 11);
          assertThat(meeting.admittedFrom()).contains(second(15));
          assertThat(meeting.until()).contains(second(12));
          assertThat(meeting.inTime()).isEmpty();
          assertThat(outlook(state, "ann", 11).unmatchable()).isTrue();
        });
  }

  @Test
  void ticketsOfOtherPartitionsNeverMeet() {
    under(
            rules().text("mode").partition("mode"),
            enqueued("ann", plays("ctf"), 0),
            enqueued("bob", plays("koth"), 0))
        .expect(state -> {
          Meeting meeting = meeting(state, "ann", "bob", 1);
          assertThat(meeting.refusal())
              .contains(
                  new Refusal.OtherPartition(
                      "mode",
                      Optional.of(new Attribute.Text("ctf")),
                      Optional.of(new Attribute.Text("koth"))));
          assertThat(meeting.admittedFrom()).isEmpty();
          Outlook outlook = outlook(state, "ann", 1);
          assertThat(outlook.nearest()).isEmpty();
          assertThat(outlook.players().elsewhere()).isEqualTo(1);
          assertThat(outlook.unmatchable()).isTrue();
        });
  }

  @Test
  void tooFewMayBecomeEnough() {
    under(Rules.rated(), enqueued("ann", rated(1500), 0), enqueued("bob", rated(1650), 5))
        .expect(state -> {
          Outlook outlook = outlook(state, "ann", 6);
          assertThat(outlook.standing()).isEqualTo(Standing.TOO_FEW);
          assertThat(outlook.players()).isEqualTo(new Outlook.Players(2, 2, 1, 2, 1, 0, true));
          assertThat(outlook.unmatchable()).isFalse();
          assertThat(outlook(state, "ann", 15).standing()).isEqualTo(Standing.POSSIBLE);
        });
  }

  @Test
  void aRoleIsMissing() {
    under(
            ROLES,
            enqueued("ann", role("healer"), 0),
            enqueued("bob", role("tank"), 0),
            enqueued("cid", role("tank"), 0),
            enqueued("dan", role("tank"), 0))
        .expect(state -> {
          Outlook outlook = outlook(state, "bob", 1);
          assertThat(outlook.lack()).contains(new Lack("healer", "healer", false, 2, 1));
          assertThat(outlook.unmatchable()).isTrue();
        });
  }

  @Test
  void aRoleIsThereTooOften() {
    under(
            ROLES,
            enqueued("ann", role("healer"), 0),
            enqueued("bob", role("healer"), 0),
            enqueued("cid", role("healer"), 0),
            enqueued("dan", role("tank"), 0))
        .expect(state -> {
          Outlook outlook = outlook(state, "ann", 1);
          assertThat(outlook.lack()).contains(new Lack("healer", "healer", true, 2, 3));
          assertThat(outlook.unmatchable()).isTrue();
        });
  }

  @Test
  void othersWereNearerOrKeptApart() {
    under(
            Rules.rated(),
            enqueued("ann", rated(1500), 0),
            enqueued("bob", rated(1510), 1),
            enqueued("cid", rated(1520), 1),
            enqueued("dan", rated(1650), 1))
        .expect(state ->
            assertThat(passedOver(state, 2, "ann", "bob"))
                .containsExactly(
                    new PassedOver(
                        ticket("cid"), Reason.NOT_NEEDED, Optional.empty(), Optional.empty()),
                    new PassedOver(
                        ticket("dan"),
                        Reason.REFUSED,
                        Optional.of(new Refusal.Apart("fair", "rating", 150, 100, 100)),
                        Optional.of(ticket("ann")))));
  }

  @Test
  void aPartyFindsNoPlace() {
    under(
            rules().number("rating").teams(2, 2),
            enqueued("ann", 0),
            enqueued("bob", 1),
            enqueued("cid", 1),
            enqueued("dan-eve", 1),
            enqueued("fay", 2))
        .expect(state ->
            assertThat(passedOver(state, 3, "ann", "bob", "cid", "fay"))
                .containsExactly(
                    new PassedOver(
                        ticket("dan-eve"), Reason.NO_PLACE, Optional.empty(), Optional.empty())));
  }

  private static Scenario under(Rules rules, Event... history) {
    return given(activated(1, rules.build(), 0)).and(history);
  }

  private static Meeting meeting(QueueState state, String one, String other, double at) {
    return state.why(second(at)).meeting(known(state, one), known(state, other));
  }

  private static Outlook outlook(QueueState state, String ticket, double at) {
    return state.why(second(at)).outlook(known(state, ticket), 10);
  }

  private static List<PassedOver> passedOver(QueueState state, double at, String... match) {
    List<Ticket> members = Arrays.stream(match).map(name -> known(state, name)).toList();
    return state.why(second(at)).passedOver(members, 10);
  }

  private static Ticket known(QueueState state, String name) {
    return state.ticket(ticket(name)).orElseThrow();
  }

  private static Map<String, Attribute> role(String role) {
    return Map.of("role", new Attribute.Text(role));
  }
}
