/**
 * A store on Redis Streams: one stream for each queue's log, appended to by one script, read by
 * range, tail and consumer group. The stored names of events, fields and keys are frozen here.
 */
package dev.pairtrail.adapters.redis;
