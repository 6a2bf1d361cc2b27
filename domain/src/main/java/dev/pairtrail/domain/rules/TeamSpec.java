package dev.pairtrail.domain.rules;

/**
 * A team of every match.
 *
 * @param minPlayers fewest players it may have
 * @param maxPlayers most players it may have
 */
public record TeamSpec(String name, int minPlayers, int maxPlayers) {}
