package dev.pairtrail.domain.rules;

import java.util.List;

/** How the result of a game changes ratings: a pure function, the same on every machine. */
public interface RatingSystem {
  /**
   * The ratings after a game.
   *
   * @param spec the scale of the ratings
   * @param teams the players' ratings before it, two teams or more with at least one player each
   * @param places of the teams in the same order, from 1 on; equal for a draw
   * @return the players' ratings in the same order
   */
  List<List<Rating>> rate(RatingSpec spec, List<List<Rating>> teams, List<Integer> places);
}
