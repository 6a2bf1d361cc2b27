package dev.pairtrail.adapters.http.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of an NDJSON body. */
public final class Lines {
  private Lines() {}

  /** Each line without its end; an end at the end of the body begins no other line. */
  public static List<byte[]> of(byte[] body) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < body.length; i++) {
      if (body[i] == '\n') {
        lines.add(Arrays.copyOfRange(body, start, i));
        start = i + 1;
      }
    }
    if (start < body.length) {
      lines.add(Arrays.copyOfRange(body, start, body.length));
    }
    return lines;
  }
}
