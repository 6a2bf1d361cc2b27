package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Comparison;
import dev.pairtrail.application.whatif.LeftOut;
import dev.pairtrail.application.whatif.Meeting;
import dev.pairtrail.application.whatif.Report;
import dev.pairtrail.domain.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A what-if for a terminal, and the sentences that all its forms share. */
final class WhatIfText {
  private static final String END = System.lineSeparator();

  private WhatIfText() {}

  static String of(Report report) {
    List<String> sides = WhatIfRow.sides(report);
    Table table = new Table(cells("queue " + report.trial().queue().value(), sides));
    WhatIfRow.of(report).forEach(row -> table.row(cells(row.label(), row.cells())));
    StringBuilder text = new StringBuilder(table.text());
    text.append(END).append(window(report)).append(END);
    leftOut(report.leftOut()).forEach(line -> text.append(line).append(END));
    report.comparison().ifPresent(comparison -> text.append(END).append(text(comparison)));
    text.append(END).append("Assumed:").append(END);
    report.assumed().forEach(line -> text.append("- ").append(line).append(END));
    return text.toString();
  }

  private static String[] cells(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toArray(String[]::new);
  }

  /** Which time it is about. */
  static String window(Report report) {
    return "From " + report.start() + " to " + report.end() + ".";
  }

  /** What was recorded and is not in the simulated figures. */
  static List<String> leftOut(LeftOut leftOut) {
    List<String> lines = new ArrayList<>();
    add(lines, leftOut.stillWaiting(), "arrivals left out, as a player of theirs still waited");
    add(lines, leftOut.refused(), "arrivals left out, as these rules do not admit them");
    add(lines, leftOut.cancels(), "cancels left out, as the ticket did not wait any more");
    return lines;
  }

  private static void add(List<String> lines, long count, String what) {
    if (count > 0) {
      lines.add(Amount.count(count) + " " + what + ".");
    }
  }

  /** How many matches are alike. */
  static String summary(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%,d matches of the same tickets on both sides, %,d recorded only, %,d simulated only.",
        comparison.alike(),
        comparison.recordedOnly(),
        comparison.simulatedOnly());
  }

  private static String text(Comparison comparison) {
    if (comparison.first().isEmpty()) {
      return summary(comparison) + END;
    }
    Table table = new Table("the first that differ", "at", "spread", "who");
    comparison
        .first()
        .forEach(difference ->
            table.row(
                side(difference),
                difference.meeting().at().toString(),
                spread(difference.meeting()),
                who(difference.meeting())));
    return summary(comparison) + END + table.text();
  }

  static String side(Comparison.Difference difference) {
    return difference.side().name().toLowerCase(Locale.ROOT);
  }

  static String spread(Meeting meeting) {
    return Amount.or(meeting.spread(), Amount::number);
  }

  /** The players of each team. */
  static String who(Meeting meeting) {
    return meeting.teams().stream()
        .map(team ->
            team.playerIds().stream().map(PlayerId::value).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" / "));
  }
}
