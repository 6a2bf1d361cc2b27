package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Comparison;
import dev.pairtrail.application.whatif.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A what-if as one page that needs nothing else. */
final class WhatIfPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{title}</title>
      <style>
      :root {
        color-scheme: light dark;
        --text: light-dark(#1c2024, #e6e8ea);
        --dim: light-dark(#5b636b, #9aa3ab);
        --rule: light-dark(#d9dde1, #3a4046);
        --page: light-dark(#ffffff, #16191c);
        --recorded: light-dark(#2563b8, #7ab0f5);
        --simulated: light-dark(#c2570c, #f5a05a);
      }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
        max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; margin-bottom: 0; }
      h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
      .dim, .key { color: var(--dim); margin: 0 0 .75rem; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
      th, td { text-align: right; padding: .2rem .6rem; border-bottom: 1px solid var(--rule); }
      th:first-child, td:first-child { text-align: left; padding-left: 0; }
      .met th, .met td { text-align: left; overflow-wrap: anywhere; font-size: .9rem; }
      svg { width: 100%; height: auto; display: block; }
      svg text { fill: var(--dim); font-size: 12px; }
      .grid { stroke: var(--rule); stroke-width: 1; }
      polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
      polyline.recorded { stroke: var(--recorded); }
      polyline.simulated { stroke: var(--simulated); }
      .key b { display: inline-block; width: 1.2em; height: .2em; vertical-align: middle; }
      b.recorded { background: var(--recorded); }
      b.simulated { background: var(--simulated); margin-left: 1em; }
      </style>
      </head>
      <body>
      <h1>{title}</h1>
      """;

  private final Report report;

  WhatIfPage(Report report) {
    this.report = report;
  }

  String text() {
    return HEAD.replace("{title}", Html.escape("What if: queue " + report.trial().queue().value()))
        + paragraph("dim", WhatIfText.window(report))
        + figures()
        + Html.list(WhatIfText.leftOut(report.leftOut()))
        + new WhatIfPlots(report).all().stream().map(this::section).collect(Collectors.joining())
        + report.comparison().map(WhatIfPage::met).orElse("")
        + "<h2>Assumed</h2>\n"
        + Html.list(report.assumed())
        + "</body>\n</html>\n";
  }

  private static String paragraph(String kind, String text) {
    return "<p class=\"" + kind + "\">" + Html.escape(text) + "</p>\n";
  }

  private String figures() {
    List<String> headings = new ArrayList<>(List.of(""));
    headings.addAll(WhatIfRow.sides(report));
    return Html.table(headings, WhatIfRow.of(report).stream().map(WhatIfPage::cells).toList());
  }

  private static List<String> cells(WhatIfRow row) {
    List<String> cells = new ArrayList<>(List.of(row.label()));
    cells.addAll(row.cells());
    return cells;
  }

  private String section(Plot plot) {
    String key =
        plot.lines().stream()
            .map(line -> "<b class=\"" + line.name() + "\"></b> " + line.name())
            .collect(Collectors.joining(" "));
    return "<h2>"
        + Html.escape(plot.title())
        + "</h2>\n<p class=\"key\">"
        + key
        + "</p>\n"
        + plot.svg();
  }

  private static String met(Comparison comparison) {
    List<List<String>> rows =
        comparison.first().stream()
            .map(difference ->
                List.of(
                    WhatIfText.side(difference),
                    difference.meeting().at().toString(),
                    WhatIfText.spread(difference.meeting()),
                    WhatIfText.who(difference.meeting())))
            .toList();
    return "<h2>Who met whom</h2>\n"
        + paragraph("dim", WhatIfText.summary(comparison))
        + (rows.isEmpty()
            ? ""
            : "<div class=\"met\">\n"
                + Html.table(List.of("the first that differ", "at", "spread", "who"), rows)
                + "</div>\n");
  }
}
