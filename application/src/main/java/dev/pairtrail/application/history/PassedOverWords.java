package dev.pairtrail.application.history;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.why.PassedOver;
import dev.pairtrail.domain.why.PassedOver.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Says in plain words why a ticket that was near is not in a match.
 *
 * @param state on which the match was decided
 * @param taken what the same pass had done with other tickets before
 */
record PassedOverWords(QueueState state, Instant decided, Map<TicketId, String> taken) {

  Trace.NotTaken of(PassedOver judged) {
    String gone = taken.get(judged.ticket());
    PassedOver passedOver = gone == null ? judged : judged.asTaken();
    Named ticket = Named.of(state, judged.ticket());
    Optional<String> refusal =
        passedOver
            .refusal()
            .map(r ->
                new RefusalWords(
                        passedOver.by().map(by -> Named.of(state, by)).orElse(ticket),
                        ticket,
                        decided)
                    .of(r));
    String text =
        gone == null
            ? reason(passedOver.reason(), ticket, refusal.orElse(""))
            : ticket + " was gone: " + gone + ".";
    String rule =
        passedOver
            .refusal()
            .map(r -> "Rule " + r.rule() + " kept " + ticket + by(passedOver))
            .orElse("");
    return new Trace.NotTaken(
        passedOver,
        ticket.players(),
        refusal,
        passedOver.reason() == Reason.REFUSED ? rule + ": " + refusal.orElse("") + "." : text);
  }

  private String by(PassedOver passedOver) {
    return " apart from "
        + passedOver.by().map(by -> Named.of(state, by).toString()).orElse("the others together");
  }

  private static String reason(Reason reason, Named ticket, String refusal) {
    return switch (reason) {
      case REFUSED -> refusal;
      case NOT_NEEDED ->
          ticket
              + " could have joined, but the match was full: the others were nearer to the"
              + " seed, or as near and had waited longer.";
      case TOO_NEW -> ticket + " had not waited long enough to agree to a match of so few players.";
      case NO_PLACE ->
          ticket
              + " got along with all, but found no place: its players, or the roles they play,"
              + " did not fit in with those who were nearer.";
      case NO_TEAMS ->
          ticket
              + " got along with all, but was left out: with it, no full match could be made that"
              + " the rules on teams allow.";
      case TAKEN -> ticket + " was gone.";
    };
  }
}
