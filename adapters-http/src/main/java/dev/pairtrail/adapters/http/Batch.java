package dev.pairtrail.adapters.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * A batch on its way. Lines are submitted ahead, so many at once, and answered in their order. For
 * one thread.
 */
final class Batch {
  private final Function<byte[], LineAnswer> submit;
  private final int window;
  private final Patience patience;
  private final Queue<LineAnswer> underWay = new ArrayDeque<>();

  /**
   * @param submit sends a line on its way
   * @param window most lines that are under way at once, at least 1
   */
  Batch(Function<byte[], LineAnswer> submit, int window, Patience patience) {
    this.submit = submit;
    this.window = window;
    this.patience = patience;
  }

  /** Submits the lines and writes an answer for each. */
  void run(List<byte[]> lines, HttpServletResponse to) throws IOException {
    for (byte[] line : lines) {
      if (underWay.size() == window) {
        answer(underWay.remove(), to);
      }
      underWay.add(submit.apply(line));
    }
    for (LineAnswer next : underWay) {
      answer(next, to);
    }
  }

  /** What is written already is sent before there is a wait. */
  private void answer(LineAnswer answer, HttpServletResponse to) throws IOException {
    if (!answer.isThere()) {
      to.flushBuffer();
    }
    to.getOutputStream().write(answer.json(patience));
    to.getOutputStream().write('\n');
  }
}
