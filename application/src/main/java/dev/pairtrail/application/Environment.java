package dev.pairtrail.application;

import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Ids;
import java.time.InstantSource;

/**
 * What an instance runs on.
 *
 * @param instance names it among the instances of one store; its consumer is {@code
 *     consumer-INSTANCE}
 */
@SuppressWarnings("exports") // the ports are for those who put an instance together
public record Environment(
    EventStore store, Ids ids, InstantSource clock, Settings settings, String instance) {}
