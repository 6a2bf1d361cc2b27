package dev.pairtrail.benchmarks.matcher;

/**
 * A player who comes to wait.
 *
 * @param at milliseconds from the beginning
 */
record Arrival(int number, double rating, long at) {}
