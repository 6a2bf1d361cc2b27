package dev.pairtrail.adapters.openskill;

import com.pocketcombats.openskill.Adjudicator;
import com.pocketcombats.openskill.RatingModelConfig;
import com.pocketcombats.openskill.data.RatingAdjustment;
import com.pocketcombats.openskill.data.SimplePlayerResult;
import com.pocketcombats.openskill.data.SimpleTeamResult;
import com.pocketcombats.openskill.data.TeamResult;
import com.pocketcombats.openskill.model.PlackettLuce;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.RatingSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenSkill with the model of Plackett and Luce: any number of teams of any size, and draws. Its
 * scale is moved to that of each queue. Thread-safe.
 */
public final class OpenSkillRatings implements RatingSystem {
  /** What is forgotten between games is in the ratings that are given to it, so not here. */
  private static final RatingModelConfig CONFIG =
      RatingModelConfig.builder().setBeta(Scale.BETA).setTau(0).build();

  private final Adjudicator<Integer> adjudicator =
      new Adjudicator<>(CONFIG, new PlackettLuce(CONFIG));

  @Override
  public List<List<Rating>> rate(RatingSpec spec, List<List<Rating>> teams, List<Integer> places) {
    Scale scale = new Scale(spec);
    List<TeamResult<Integer>> results = new ArrayList<>();
    int players = 0;
    for (int team = 0; team < teams.size(); team++) {
      results.add(result(scale, teams.get(team), places.get(team), players));
      players += teams.get(team).size();
    }
    return after(scale, teams, adjudicator.rate(results));
  }

  /**
   * A team and its place.
   *
   * @param first the number of its first player; it tells apart teams that are else the same
   */
  private static TeamResult<Integer> result(Scale scale, List<Rating> team, int place, int first) {
    List<SimplePlayerResult<Integer>> players = new ArrayList<>();
    double mu = 0;
    double variance = 0;
    for (Rating rating : team) {
      double sigma = scale.sigma(rating);
      players.add(new SimplePlayerResult<>(first + players.size(), scale.mu(rating), sigma));
      mu += scale.mu(rating);
      variance += sigma * sigma;
    }
    return new SimpleTeamResult<>(mu, Math.sqrt(variance), place, players);
  }

  /**
   * The players come back in the order of the teams. A game with numbers beyond what can be rated
   * changes no rating.
   */
  private static List<List<Rating>> after(
      Scale scale, List<List<Rating>> teams, List<RatingAdjustment<Integer>> adjusted) {
    List<Rating> rated =
        adjusted.stream().flatMap(a -> scale.rating(a.mu(), a.sigma()).stream()).toList();
    if (rated.size() < adjusted.size()) {
      return teams;
    }
    List<List<Rating>> after = new ArrayList<>();
    int next = 0;
    for (List<Rating> team : teams) {
      after.add(rated.subList(next, next + team.size()));
      next += team.size();
    }
    return List.copyOf(after);
  }
}
