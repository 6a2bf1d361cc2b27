package dev.pairtrail.application.history;

import dev.pairtrail.domain.why.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says in plain words whether two tickets may meet, and from when on. */
record MeetingWords(Named one, Named other, Instant now) {

  /** What keeps them apart, if anything does. */
  Optional<String> refusal(Meeting meeting) {
    return meeting.refusal().map(new RefusalWords(one, other, now)::of);
  }

  /** A sentence or two. */
  String of(Meeting meeting) {
    return meeting
        .refusal()
        .map(refusal ->
            "Rule "
                + refusal.rule()
                + " says no: "
                + new RefusalWords(one, other, now).of(refusal)
                + ". "
                + later(meeting))
        .orElseGet(() -> "They may meet" + since(meeting) + ".");
  }

  private String since(Meeting meeting) {
    return meeting
        .admittedFrom()
        .filter(from -> from.isAfter(one.ticket().enqueuedAt()))
        .filter(from -> from.isAfter(other.ticket().enqueuedAt()))
        .map(from -> ", since " + Words.moment(from) + ", when " + waits("had", from))
        .orElse("");
  }

  private String later(Meeting meeting) {
    if (meeting.admittedFrom().isEmpty()) {
      return "No wait will change that.";
    }
    Instant from = meeting.admittedFrom().get();
    return meeting.inTime().isPresent()
        ? "They may meet from "
            + Words.moment(from)
            + " on, in "
            + Words.time(Duration.between(now, from))
            + ", when "
            + waits("will have", from)
            + "."
        : "They could meet from "
            + Words.moment(from)
            + " on, but the ticket of "
            + first()
            + " expires before, at "
            + meeting.until().map(Words::moment).orElse("")
            + ".";
  }

  private Named first() {
    return other.ticket().enqueuedAt().isBefore(one.ticket().enqueuedAt()) ? other : one;
  }

  private String waits(String tense, Instant at) {
    return one
        + " "
        + tense
        + " waited "
        + Words.time(one.waited(at))
        + " and "
        + other
        + " "
        + Words.time(other.waited(at));
  }
}
