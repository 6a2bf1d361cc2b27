package dev.pairtrail.application.history;

import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import dev.pairtrail.domain.why.Outlook.Lack;
import dev.pairtrail.domain.why.Outlook.Standing;
import dev.pairtrail.domain.why.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in plain words why a ticket still waits, and what it can expect.
 *
 * @param names gives the ticket of a meeting its name
 */
record OutlookWords(Named ticket, Instant now, RuleSet rules, Function<Meeting, Named> names) {

  String of(Outlook outlook) {
    List<String> sentences = new ArrayList<>();
    sentences.add(standing(outlook));
    if (outlook.standing() != Standing.POSSIBLE) {
      outlook.lack().map(OutlookWords::lack).ifPresent(sentences::add);
      fewer(outlook).ifPresent(sentences::add);
      next(outlook).ifPresent(sentences::add);
    }
    if (outlook.players().elsewhere() > 0) {
      sentences.add(elsewhere(outlook.players().elsewhere()));
    }
    if (outlook.unmatchable() && outlook.standing() != Standing.OVERDUE) {
      sentences.add(
          "However long it waits, it cannot be matched with those who are there: others must"
              + " come.");
    }
    return String.join(" ", sentences);
  }

  private String standing(Outlook outlook) {
    Outlook.Players players = outlook.players();
    return switch (outlook.standing()) {
      case POSSIBLE ->
          "There is a match for it at this moment: the next pass makes it, unless a ticket that"
              + " waited longer takes its players.";
      case OVERDUE -> "It has waited too long: the next pass takes it out of the queue.";
      case ALONE -> alone(outlook);
      case NO_PLACE -> "No team has room for " + ticket + ".";
      case TOO_FEW -> tooFew(players);
      case NOT_TOGETHER ->
          "A match needs "
              + Words.count(players.needed(), "player")
              + ". "
              + Words.count(players.canMeet(), "player")
              + " could be in it, those of this ticket among them, but of the nearest only "
              + players.together()
              + " may be together in one match.";
      case NO_TEAMS ->
          Words.count(players.together(), "player")
              + " may be together, but no teams can be made of them"
              + (teamRules().isEmpty()
                  ? "."
                  : " that "
                      + (teamRules().size() > 1 ? "rules " : "rule ")
                      + Words.and(teamRules())
                      + (teamRules().size() > 1 ? " allow." : " allows."));
    };
  }

  private List<String> teamRules() {
    return rules.rules().stream()
        .filter(rule ->
            rule instanceof TeamDifferenceRule
                || rule instanceof TeamSizeDifferenceRule
                || rule instanceof TeamCountRule)
        .map(Rule::name)
        .toList();
  }

  private String alone(Outlook outlook) {
    Refusal refusal = outlook.alone().orElseThrow();
    return "It may be in no match at all by rule "
        + refusal.rule()
        + ": "
        + new RefusalWords(ticket, ticket, now).of(refusal)
        + ". "
        + outlook
            .ready()
            .map(at -> "That ends at " + Words.moment(at) + ".")
            .orElse("No wait will change that.");
  }

  private String tooFew(Outlook.Players players) {
    int own = ticket.players().size();
    String needed = "A match needs " + Words.count(players.needed(), "player") + ", and ";
    String can =
        players.canMeet() == own
            ? "nobody else who waits can be in one with " + ticket + " now"
            : players.canMeet() + " can be in one now, " + ticket + " among them";
    return needed
        + can
        + (players.willMeet() > players.canMeet()
            ? "; " + players.willMeet() + " can once limits have loosened."
            : ".");
  }

  private static String lack(Lack lack) {
    String rule = "Rule " + lack.rule() + (lack.tooMany() ? " lets at most " : " needs ");
    return rule
        + Words.count(lack.limit(), "player")
        + " of the kind "
        + lack.kind()
        + (lack.tooMany() ? " into a match" : "")
        + "; among those who could be in it "
        + (lack.present() == 1 ? "is " : "are ")
        + (lack.present() == 0 ? "none" : lack.present())
        + ".";
  }

  private static Optional<String> fewer(Outlook outlook) {
    Outlook.Players players = outlook.players();
    return players.neededAtLast() < players.needed()
        ? Optional.of(
            "After a longer wait "
                + Words.count(players.neededAtLast(), "player")
                + " will be enough.")
        : Optional.empty();
  }

  /** Which of the nearest may meet it next. */
  private Optional<String> next(Outlook outlook) {
    return outlook.nearest().stream()
        .filter(meeting -> !meeting.isAdmitted() && meeting.inTime().isPresent())
        .min(Comparator.comparing(meeting -> meeting.inTime().orElseThrow()))
        .map(meeting ->
            "Next, at "
                + Words.moment(meeting.inTime().orElseThrow())
                + ", it may meet "
                + names.apply(meeting)
                + ".");
  }

  private String elsewhere(int tickets) {
    return Words.count(tickets, "other ticket")
        + (tickets == 1 ? " waits" : " wait")
        + " with another "
        + String.join(" or ", rules.partition())
        + ": they never meet it.";
  }
}
