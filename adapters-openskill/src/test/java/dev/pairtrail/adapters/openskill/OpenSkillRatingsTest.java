package dev.pairtrail.adapters.openskill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are those that the tests of OpenSkill's other implementations hold. */
final class OpenSkillRatingsTest {
  private static final RatingSpec OPEN_SKILL = new RatingSpec("skill", 25, 25.0 / 3);
  private static final Offset<Double> CLOSE = within(1e-8);

  /** Nothing is forgotten in the known figures, so what will be is left out beforehand. */
  private static final Rating NEW = new Rating(25, 25.0 / 3 * Math.sqrt(1 - 1e-4));

  private final OpenSkillRatings ratings = new OpenSkillRatings();

  @Test
  void aDuel() {
    var after = ratings.rate(OPEN_SKILL, List.of(List.of(NEW), List.of(NEW)), List.of(1, 2));

    assertRating(after.get(0).get(0), 27.63523138347365, 8.065506316323548);
    assertRating(after.get(1).get(0), 22.36476861652635, 8.065506316323548);
  }

  @Test
  void threeEachForThemselves() {
    var after =
        ratings.rate(
            OPEN_SKILL, List.of(List.of(NEW), List.of(NEW), List.of(NEW)), List.of(1, 2, 3));

    assertRating(after.get(0).get(0), 27.868876552746237, 8.204837030780652);
    assertRating(after.get(1).get(0), 25.717219138186557, 8.057829747583874);
    assertRating(after.get(2).get(0), 21.413904309067206, 8.057829747583874);
  }

  @Test
  void theOrderOfTheTeamsIsKept() {
    var after = ratings.rate(OPEN_SKILL, List.of(List.of(NEW), List.of(NEW)), List.of(2, 1));

    assertRating(after.get(0).get(0), 22.36476861652635, 8.065506316323548);
    assertRating(after.get(1).get(0), 27.63523138347365, 8.065506316323548);
  }

  @Test
  void theScaleIsThatOfTheQueue() {
    RatingSpec elo = new RatingSpec("rating", 1500, 500);
    Rating newcomer = new Rating(1500, 500 * Math.sqrt(1 - 1e-4));

    var after = ratings.rate(elo, List.of(List.of(newcomer), List.of(newcomer)), List.of(1, 2));

    double factor = 500 / (25.0 / 3);
    assertThat(after.get(0).get(0).mean())
        .isEqualTo(1500 + 2.63523138347365 * factor, within(1e-6));
    assertThat(after.get(0).get(0).deviation()).isEqualTo(8.065506316323548 * factor, within(1e-6));
  }

  @Test
  void aDrawBringsTheUnequalNearer() {
    Rating strong = new Rating(30, 5);
    Rating weak = new Rating(20, 5);

    var after = ratings.rate(OPEN_SKILL, List.of(List.of(strong), List.of(weak)), List.of(1, 1));

    assertThat(after.get(0).get(0).mean()).isLessThan(30);
    assertThat(after.get(1).get(0).mean()).isGreaterThan(20);
  }

  @Test
  void inATeamWhoIsLessKnownMovesMore() {
    List<Rating> team = List.of(new Rating(25, 8), new Rating(25, 2));

    var after = ratings.rate(OPEN_SKILL, List.of(team, List.of(NEW, NEW)), List.of(1, 2));

    assertThat(after.get(0).get(0).mean()).isGreaterThan(after.get(0).get(1).mean());
    assertThat(after.get(0).get(1).mean()).isGreaterThan(25);
  }

  /** Players say their numbers themselves. */
  @Test
  void whatCannotBeRatedStays() {
    Rating absurd = new Rating(1e300, 1);

    var after = ratings.rate(OPEN_SKILL, List.of(List.of(absurd), List.of(NEW)), List.of(2, 1));

    assertThat(after.get(0).get(0)).isEqualTo(absurd);
    assertThat(after.get(1).get(0)).isEqualTo(NEW);
  }

  private static void assertRating(Rating rating, double mean, double deviation) {
    assertThat(rating.mean()).isEqualTo(mean, CLOSE);
    assertThat(rating.deviation()).isEqualTo(deviation, CLOSE);
  }
}
