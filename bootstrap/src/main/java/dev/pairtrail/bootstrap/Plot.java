package dev.pairtrail.bootstrap;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Lines over two axes from 0 on, as SVG that takes its colours from the page.
 *
 * @param title what it shows
 * @param across what the horizontal axis is
 * @param x the horizontal axis; lines that go on behind it are cut there
 * @param atX writes a number of the horizontal axis
 * @param atY writes a number of the vertical axis
 */
record Plot(
    String title,
    String across,
    Scale x,
    DoubleFunction<String> atX,
    DoubleFunction<String> atY,
    List<Line> lines) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 280;
  private static final int LEFT = 64;
  private static final int RIGHT = 32;
  private static final int TOP = 12;
  private static final int BOTTOM = 48;
  static final int STEPS = 5;

  /** One line; {@code name} is also its class in the style of the page. */
  record Line(String name, List<Point> points) {}

  /** A place on a line. */
  record Point(double x, double y) {}

  String svg() {
    double top =
        lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Point::y).max().orElse(0);
    Scale y = Scale.upTo(top, STEPS);
    return String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
            WIDTH,
            HEIGHT,
            Html.escape(title))
        + x.marks().map(this::vertical).collect(Collectors.joining())
        + y.marks().map(mark -> horizontal(mark, y)).collect(Collectors.joining())
        + text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 8, "middle", across)
        + lines.stream().map(line -> path(line, y)).collect(Collectors.joining())
        + "</svg>\n";
  }

  private double onX(double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * value / x.end();
  }

  private static double onY(double value, Scale scale) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / scale.end();
  }

  private String vertical(double mark) {
    double at = onX(mark);
    return stroke(at, TOP, at, HEIGHT - BOTTOM)
        + text(at, HEIGHT - BOTTOM + 18, "middle", atX.apply(mark));
  }

  private String horizontal(double mark, Scale scale) {
    double y = onY(mark, scale);
    return stroke(LEFT, y, WIDTH - RIGHT, y) + text(LEFT - 8, y + 4, "end", atY.apply(mark));
  }

  private static String stroke(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
        x,
        y,
        anchor,
        Html.escape(text));
  }

  private String path(Line line, Scale y) {
    String points =
        line.points().stream()
            .filter(point -> point.x() <= x.end())
            .map(
                point -> String.format(Locale.ROOT, "%.1f,%.1f", onX(point.x()), onY(point.y(), y)))
            .collect(Collectors.joining(" "));
    return "<polyline class=\"" + line.name() + "\" points=\"" + points + "\"/>\n";
  }
}
