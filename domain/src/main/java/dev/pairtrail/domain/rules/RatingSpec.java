package dev.pairtrail.domain.rules;

/**
 * How results of games become ratings of players.
 *
 * @param attribute the number attribute that a rating fills where a player does not give it
 * @param mean the rating of a player nobody knows anything about
 * @param deviation how uncertain that is, more than 0: two thirds of all players are expected
 *     within it
 */
public record RatingSpec(String attribute, double mean, double deviation) {}
