package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import java.time.Instant;

/**
 * The log up to some entry was sealed: whatever is changed, inserted or removed there later gives
 * another digest. What lies between that entry and the seal is for the next one.
 *
 * @param through the last entry that is sealed
 * @param entries how many are sealed since the seal before
 * @param sha256 the chained digest at that entry, as 64 hexadecimal digits
 */
public record LogSealed(Position through, long entries, String sha256, Instant timestamp)
    implements Event {}
