package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Figures;
import dev.pairtrail.application.whatif.Report;
import dev.pairtrail.application.whatif.Sample;
import dev.pairtrail.application.whatif.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The plots of a what-if. */
final class WhatIfPlots {
  private static final int CURVE_POINTS = 200;
  private static final int MOST_PERCENT = 99;

  private final Report report;

  WhatIfPlots(Report report) {
    this.report = report;
  }

  List<Plot> all() {
    List<Plot> plots = new ArrayList<>();
    plots.add(
        curves("Waited at most so long", "wait", Figures::waits, Scale::ofMillis, Amount::millis));
    plots.add(overTime("Matches in each " + Amount.millis(stepMillis()), Series::matches));
    plots.add(overTime("Waiting tickets", Series::waiting));
    report
        .measured()
        .ifPresent(name ->
            plots.add(
                curves(
                    "Spread within a match at most so wide",
                    "spread of " + name,
                    Figures::spreads,
                    Scale::upTo,
                    Amount::number)));
    return plots;
  }

  /** How many percent are at most so much, up to the 99th percentile of the side that has more. */
  private Plot curves(
      String title,
      String across,
      Function<Figures, Sample> of,
      BiFunction<Double, Integer, Scale> scale,
      DoubleFunction<String> written) {
    double most =
        sides().stream()
            .mapToDouble(side -> of.apply(side).percentile(MOST_PERCENT).orElse(0))
            .max()
            .orElse(0);
    return new Plot(
        title,
        across,
        scale.apply(most, Plot.STEPS),
        written,
        y -> Amount.number(y) + " %",
        lines(f -> curve(of.apply(f))));
  }

  private static List<Plot.Point> curve(Sample sample) {
    if (sample.size() == 0) {
      return List.of();
    }
    return IntStream.rangeClosed(0, CURVE_POINTS)
        .mapToDouble(i -> 100.0 * i / CURVE_POINTS)
        .mapToObj(percent -> new Plot.Point(sample.percentile(percent).orElse(0), percent))
        .toList();
  }

  private Plot overTime(String title, Function<Series, List<Long>> of) {
    double step = stepMillis();
    return new Plot(
        title,
        "since " + report.start(),
        Scale.ofMillis(step * Series.STEPS, Plot.STEPS),
        Amount::millis,
        Amount::number,
        lines(figures -> points(of.apply(figures.series()), step)));
  }

  private double stepMillis() {
    return report.simulated().series().step().toNanos() / 1e6;
  }

  private static List<Plot.Point> points(List<Long> numbers, double step) {
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> new Plot.Point((i + 1) * step, numbers.get(i)))
        .toList();
  }

  private List<Figures> sides() {
    List<Figures> sides = new ArrayList<>(report.recorded().stream().toList());
    sides.add(report.simulated());
    return sides;
  }

  private List<Plot.Line> lines(Function<Figures, List<Plot.Point>> points) {
    List<String> names = WhatIfRow.sides(report);
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Plot.Line(names.get(i), points.apply(sides().get(i))))
        .toList();
  }
}
