package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import java.util.List;

/** Each team has so many players of a kind; a ticket's facet says how many it brings. */
record HeadCount(TeamCountRule rule, Steps fewest, Steps most, int slot) {

  static HeadCount of(TeamCountRule rule, int slot) {
    return new HeadCount(
        rule,
        Steps.of(rule.limit(), Span::min, 0),
        Steps.of(rule.limit(), Span::max, Double.POSITIVE_INFINITY),
        slot);
  }

  int of(Waiting ticket) {
    return ticket.facet(slot) instanceof Integer count ? count : 0;
  }

  int of(List<Waiting> tickets) {
    int count = 0;
    for (Waiting ticket : tickets) {
      count += of(ticket);
    }
    return count;
  }
}
