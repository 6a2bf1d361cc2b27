package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.BackfillId;

/**
 * Tickets that come into a running game.
 *
 * @param proposal those who come, and what all of the game were judged by
 */
public record Filling(BackfillId backfill, Proposal proposal) {}
