package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Measures matches by what is known of their tickets. */
final class Sides {
  private final Function<TicketId, Optional<Wait>> waits;

  Sides(Function<TicketId, Optional<Wait>> waits) {
    this.waits = waits;
  }

  Meeting meeting(PlayersMatched match) {
    DoubleSummaryStatistics numbers =
        match.teams().stream()
            .flatMap(this::values)
            .mapToDouble(Measure.Value::number)
            .summaryStatistics();
    DoubleSummaryStatistics averages =
        match.teams().stream()
            .map(team -> values(team).toList())
            .flatMapToDouble(Sides::average)
            .summaryStatistics();
    return new Meeting(match.timestamp(), match.teams(), range(numbers), range(averages));
  }

  private Stream<Measure.Value> values(Team team) {
    return team.ticketIds().stream()
        .flatMap(id -> waits.apply(id).stream())
        .map(Wait::value)
        .filter(value -> value.players() > 0);
  }

  private static DoubleStream average(List<Measure.Value> team) {
    int players = team.stream().mapToInt(Measure.Value::players).sum();
    return players == 0
        ? DoubleStream.empty()
        : DoubleStream.of(team.stream().mapToDouble(Measure.Value::sum).sum() / players);
  }

  /** One number alone is no range. */
  private static OptionalDouble range(DoubleSummaryStatistics numbers) {
    return numbers.getCount() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(numbers.getMax() - numbers.getMin());
  }
}
