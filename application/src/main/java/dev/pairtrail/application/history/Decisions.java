package dev.pairtrail.application.history;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchMade;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what was recorded of a decision with the decision made again. */
final class Decisions {
  private Decisions() {}

  /** What of a match is compared: a stored wait is in milliseconds. */
  private record Match(List<Team> teams, MatchBasis basis) {
    static Optional<Match> of(MatchMade match) {
      return match.basis().map(basis -> new Match(match.teams(), stored(basis)));
    }

    private static MatchBasis stored(MatchBasis basis) {
      return new MatchBasis(
          basis.rulesVersion(),
          basis.decidedAfter(),
          basis.quality(),
          basis.tickets().stream()
              .map(t ->
                  new MatchBasis.TicketBasis(
                      t.ticketId(), Duration.ofMillis(t.waited().toMillis()), t.window()))
              .toList(),
          basis.rules());
    }

    private String tickets() {
      return teams.stream()
          .flatMap(team -> team.ticketIds().stream())
          .map(TicketId::value)
          .collect(Collectors.joining(", "));
    }
  }

  /** How the two differ, in words; empty if they do not. */
  static Optional<String> difference(MatchMade recorded, MatchMade decided) {
    Optional<Match> was = Match.of(recorded);
    Optional<Match> is = Match.of(decided);
    if (was.equals(is) || was.isEmpty() || is.isEmpty()) {
      return was.equals(is) ? Optional.empty() : Optional.of("it tells nothing of its reasons");
    }
    return Optional.of(difference(was.get(), is.get()));
  }

  private static String difference(Match was, Match is) {
    if (!was.teams().equals(is.teams())) {
      return "it has the tickets %s, decided again it has %s"
          .formatted(was.tickets(), is.tickets());
    }
    if (was.basis().rulesVersion() != is.basis().rulesVersion()) {
      return "it names version %d of the rules, in force was %d"
          .formatted(was.basis().rulesVersion(), is.basis().rulesVersion());
    }
    if (was.basis().quality() != is.basis().quality()) {
      return "its quality is %s, decided again it is %s"
          .formatted(was.basis().quality(), is.basis().quality());
    }
    return was.basis().tickets().equals(is.basis().tickets())
        ? "the values of its rules are not those of its players"
        : "the waits or windows of its tickets are not those of its moment";
  }
}
