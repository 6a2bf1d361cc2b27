package dev.pairtrail.domain;

import java.util.UUID;

/**
 * The id of one event, made before it is appended, so that a writer recognises its own event in the
 * log after a reply was lost.
 *
 * @param value a UUIDv7
 */
public record EventId(UUID value) {}
