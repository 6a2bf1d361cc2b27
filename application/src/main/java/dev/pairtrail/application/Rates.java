package dev.pairtrail.application;

/**
 * How busy a queue was in the last minute.
 *
 * @param ticketsPerSecond tickets that came, on average
 * @param matchesPerSecond matches that were made, on average
 */
public record Rates(double ticketsPerSecond, double matchesPerSecond) {}
