package dev.pairtrail.bootstrap;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Html {
  private Html() {}

  /** A text that may have any characters. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String list(List<String> lines) {
    return lines.stream()
        .map(line -> "<li>" + escape(line) + "</li>\n")
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  static String table(List<String> headings, List<List<String>> rows) {
    return "<table>\n"
        + row("th", headings)
        + rows.stream().map(row -> row("td", row)).collect(Collectors.joining())
        + "</table>\n";
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
