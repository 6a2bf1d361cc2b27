package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Backfill;

/** A backfill and the queue it belongs to. */
public record BackfillView(QueueName queue, Backfill backfill) {}
