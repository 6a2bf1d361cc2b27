package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Figures;
import dev.pairtrail.application.whatif.Report;
import dev.pairtrail.application.whatif.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One figure of a what-if on each side.
 *
 * @param cells the recorded one, if there is a record, and the simulated one
 */
record WhatIfRow(String label, List<String> cells) {

  /** The headings of the cells. */
  static List<String> sides(Report report) {
    return report.recorded().isPresent() ? List.of("recorded", "simulated") : List.of("simulated");
  }

  /** All figures, in the order of a ticket's life. */
  static List<WhatIfRow> of(Report report) {
    List<WhatIfRow> rows = new ArrayList<>();
    if (report.recorded().isPresent()) {
      rows.add(count(report, "tickets that waited before", Figures::waitedBefore));
    }
    rows.add(count(report, "tickets that arrived", Figures::arrived));
    rows.add(count(report, "tickets matched", Figures::matched));
    rows.add(count(report, "matches", Figures::matches));
    samples(report, rows, "wait", Figures::waits, Amount::millis);
    report
        .measured()
        .ifPresent(name -> {
          samples(report, rows, "spread of " + name, Figures::spreads, Amount::number);
          samples(report, rows, "team difference", Figures::differences, Amount::number);
        });
    rows.add(count(report, "expired", Figures::expired));
    if (report.recorded().isPresent()) {
      rows.add(count(report, "cancelled while waiting", Figures::cancelled));
      rows.add(count(report, "matches that fell through later", Figures::fellThrough));
      rows.add(count(report, "left with a declined proposal", Figures::removed));
    }
    rows.add(count(report, "still waiting at the end", Figures::waiting));
    return rows;
  }

  private static void samples(
      Report report,
      List<WhatIfRow> rows,
      String label,
      Function<Figures, Sample> sample,
      DoubleFunction<String> written) {
    for (int percent : List.of(50, 95, 99)) {
      rows.add(
          row(
              report,
              label + " p" + percent,
              figures -> Amount.or(sample.apply(figures).percentile(percent), written)));
    }
  }

  private static WhatIfRow count(Report report, String label, ToLongFunction<Figures> count) {
    return row(report, label, figures -> Amount.count(count.applyAsLong(figures)));
  }

  private static WhatIfRow row(Report report, String label, Function<Figures, String> cell) {
    List<String> cells = new ArrayList<>();
    report.recorded().ifPresent(recorded -> cells.add(cell.apply(recorded)));
    cells.add(cell.apply(report.simulated()));
    return new WhatIfRow(label, cells);
  }
}
