package dev.pairtrail.application.history;

import java.time.Duration;
import java.time.Instant;

/**
 * What happened in one step of a span. Waits are those of the tickets that were matched in it, zero
 * where none was.
 *
 * @param matches new rooms
 * @param backfills matches into running games
 * @param matchedTickets in both
 * @param meanQuality of both, from 0 to 1; 0 where there is none to tell
 * @param waiting tickets at the end of the step
 */
public record HistoryStep(
    Instant from,
    long arrivals,
    long matches,
    long backfills,
    long matchedTickets,
    Duration waitP50,
    Duration waitP95,
    Duration waitMax,
    long expiries,
    long cancels,
    double meanQuality,
    int waiting) {}
