package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;

/**
 * The last seal of a log.
 *
 * @param through the last entry that is sealed
 * @param sha256 the chained digest at that entry, as 64 hexadecimal digits
 * @param at the seal itself
 */
public record Seal(Position through, String sha256, Head at) {}
