package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Span;
import dev.pairtrail.domain.rules.DurationText;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which span is asked for, by {@code ?from=&to=&step=}: the last hour unless said otherwise. */
public final class SpanQuery {
  private static final Duration DEFAULT_LENGTH = Duration.ofHours(1);
  private static final Duration DEFAULT_STEP = Duration.ofMinutes(1);

  private SpanQuery() {}

  /**
   * Reads the query.
   *
   * @param now where the span ends unless another place is named
   * @throws RefusedException with all that is wrong with it
   */
  public static Span read(Context ctx, Instant now) {
    Parameters parameters = new Parameters(ctx);
    Optional<LogPoint> from = parameters.read("from", LogPoint::parse);
    LogPoint to = parameters.read("to", LogPoint::parse).orElse(new LogPoint.AtTime(now));
    Duration step = parameters.read("step", SpanQuery::step).orElse(DEFAULT_STEP);
    parameters.refuseFaults();
    Instant end = Span.of(to, to, step).to();
    LogPoint begin = from.orElseGet(() -> new LogPoint.AtTime(end.minus(DEFAULT_LENGTH)));
    Span span = Span.of(begin, to, step);
    if (span.steps() == 0) {
      parameters.refuse("from", "must be before " + span.to() + ", where the span ends");
    }
    if (span.steps() > Span.MOST_STEPS) {
      parameters.refuse("step", "leaves more than %,d steps".formatted(Span.MOST_STEPS));
    }
    parameters.refuseFaults();
    return span;
  }

  private static Duration step(String text) {
    Duration step = DurationText.parse(text);
    if (step.isZero()) {
      throw new IllegalArgumentException("must be more than zero");
    }
    return step;
  }
}
