package dev.pairtrail.application;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.ActiveRules;
import java.time.Duration;
import java.util.Optional;

/**
 * A queue at a glance.
 *
 * @param depth tickets waiting
 * @param oldestWait how long the first of them has waited
 * @param position the last entry of the log that this instance knows
 */
public record QueueOverview(
    QueueName name,
    ActiveRules rules,
    int depth,
    Optional<Duration> oldestWait,
    Rates rates,
    int openRooms,
    Position position) {}
