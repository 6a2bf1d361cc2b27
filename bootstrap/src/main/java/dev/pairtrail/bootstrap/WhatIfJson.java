package dev.pairtrail.bootstrap;

import dev.pairtrail.application.whatif.Comparison;
import dev.pairtrail.application.whatif.Figures;
import dev.pairtrail.application.whatif.LeftOut;
import dev.pairtrail.application.whatif.Meeting;
import dev.pairtrail.application.whatif.Report;
import dev.pairtrail.application.whatif.Sample;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A what-if as JSON. What there is none of is left out. */
final class WhatIfJson {
  private WhatIfJson() {}

  static Map<String, Object> of(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("queue", report.trial().queue().value());
    json.put("from", report.start().toString());
    json.put("to", report.end().toString());
    report.measured().ifPresent(name -> json.put("measured", name));
    report.recorded().ifPresent(figures -> json.put("recorded", figures(figures)));
    json.put("simulated", figures(report.simulated()));
    if (report.recorded().isPresent()) {
      json.put("left_out", leftOut(report.leftOut()));
    }
    report.comparison().ifPresent(comparison -> json.put("comparison", comparison(comparison)));
    json.put("assumed", report.assumed());
    return json;
  }

  private static Map<String, Object> figures(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("waited_before", figures.waitedBefore());
    json.put("arrived", figures.arrived());
    json.put("matched", figures.matched());
    json.put("matches", figures.matches());
    json.put("fell_through", figures.fellThrough());
    json.put("expired", figures.expired());
    json.put("cancelled", figures.cancelled());
    json.put("removed", figures.removed());
    json.put("waiting", figures.waiting());
    json.put("wait_ms", sample(figures.waits()));
    json.put("spread", sample(figures.spreads()));
    json.put("team_difference", sample(figures.differences()));
    return json;
  }

  private static Map<String, Object> sample(Sample sample) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", sample.size());
    for (int percent : List.of(50, 95, 99)) {
      sample.percentile(percent).ifPresent(value -> json.put("p" + percent, value));
    }
    return json;
  }

  private static Map<String, Object> leftOut(LeftOut leftOut) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("still_waiting", leftOut.stillWaiting());
    json.put("refused", leftOut.refused());
    json.put("cancels", leftOut.cancels());
    return json;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alike", comparison.alike());
    json.put("recorded_only", comparison.recordedOnly());
    json.put("simulated_only", comparison.simulatedOnly());
    json.put("first", comparison.first().stream().map(WhatIfJson::difference).toList());
    return json;
  }

  private static Map<String, Object> difference(Comparison.Difference difference) {
    Meeting meeting = difference.meeting();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("side", WhatIfText.side(difference));
    json.put("at", meeting.at().toString());
    json.put("teams", meeting.teams().stream().map(WhatIfJson::team).toList());
    meeting.spread().ifPresent(spread -> json.put("spread", spread));
    meeting.difference().ifPresent(between -> json.put("team_difference", between));
    return json;
  }

  private static Map<String, Object> team(Team team) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", team.name());
    json.put("ticket_ids", team.ticketIds().stream().map(TicketId::value).toList());
    json.put("player_ids", team.playerIds().stream().map(PlayerId::value).toList());
    return json;
  }
}
