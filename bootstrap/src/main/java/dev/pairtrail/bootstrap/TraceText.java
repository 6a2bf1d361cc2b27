package dev.pairtrail.bootstrap;

import dev.pairtrail.application.history.Trace;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.why.Outlook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A ticket's story for a terminal. */
final class TraceText {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final StringBuilder text = new StringBuilder();

  private TraceText() {}

  static String of(Trace trace) {
    return new TraceText().tell(trace);
  }

  private String tell(Trace trace) {
    line("ticket " + trace.ticket().id() + " of " + players(trace) + ", at " + time(trace.time()));
    line("");
    Table story = new Table("time", "position", "what happened");
    trace
        .story()
        .forEach(told ->
            story.row(
                time(told.event().event().timestamp()),
                told.event().position().toString(),
                shown(told.text())));
    text.append(story.text());
    trace.match().ifPresent(this::match);
    trace.waiting().ifPresent(this::waiting);
    trace
        .with()
        .ifPresent(with -> {
          heading("With " + names(with.other().players()) + ", at " + time(with.time()));
          line(with.text());
        });
    return text.toString();
  }

  private void match(Trace.Match match) {
    heading("Why this match");
    line(match.text());
    match.members().forEach(member -> item(member.text()));
    if (!match.rules().isEmpty()) {
      heading("What the rules said");
      match.rules().forEach(rule -> item(rule.basis().rule() + ": " + rule.text() + "."));
    }
    if (!match.notTaken().isEmpty()) {
      heading("Who else was near");
      match.notTaken().forEach(other -> item(other.text()));
    }
  }

  private void waiting(Trace.Waiting waiting) {
    heading(
        waiting.outlook().standing() == Outlook.Standing.POSSIBLE
            ? "What comes next"
            : "Why it still waits");
    line(waiting.text());
    if (!waiting.nearest().isEmpty()) {
      heading("Who is near");
      waiting.nearest().forEach(nearby -> item(names(nearby.players()) + ": " + nearby.text()));
    }
  }

  private static String players(Trace trace) {
    return names(trace.ticket().players().stream().map(Player::id).toList());
  }

  private static String names(List<PlayerId> players) {
    return players.stream().map(PlayerId::value).collect(Collectors.joining(", "));
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private void heading(String heading) {
    line("");
    line(heading);
  }

  private void item(String item) {
    line("- " + item);
  }

  private void line(String line) {
    text.append(shown(line)).append(System.lineSeparator());
  }

  /** What players wrote is not to move the cursor, or to look like a line of ours. */
  private static String shown(String text) {
    return CONTROL.matcher(text).replaceAll(found -> escaped(found.group().charAt(0)));
  }

  private static String escaped(char control) {
    return Matcher.quoteReplacement("\\u%04x".formatted((int) control));
  }
}
