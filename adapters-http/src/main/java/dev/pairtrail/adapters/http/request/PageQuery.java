package dev.pairtrail.adapters.http.request;

import dev.pairtrail.domain.Position;
import io.javalin.http.Context;

/**
 * Which part of a list in order of position is asked for, by {@code ?after=&limit=}.
 *
 * @param after where to begin
 * @param limit most of a page
 */
public record PageQuery(Position after, int limit) {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  /**
   * Reads the query.
   *
   * @throws RefusedException with all that is wrong with it
   */
  public static PageQuery read(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    PageQuery page = read(parameters);
    parameters.refuseFaults();
    return page;
  }

  static PageQuery read(Parameters parameters) {
    return new PageQuery(
        parameters.read("after", Position::parse).orElse(Position.START), limit(parameters));
  }

  static int limit(Parameters parameters) {
    return parameters.read("limit", PageQuery::limit).orElse(DEFAULT_LIMIT);
  }

  private static int limit(String text) {
    int limit;
    try {
      limit = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      limit = 0;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("must be a whole number from 1 to " + MAX_LIMIT);
    }
    return limit;
  }
}
