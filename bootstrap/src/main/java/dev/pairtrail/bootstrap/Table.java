package dev.pairtrail.bootstrap;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of the same number of cells, the first of them the heading, in columns. */
final class Table {
  private static final String GAP = "  ";

  private Table() {}

  static String of(List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size()).mapToObj(i -> width(rows, i)).toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
