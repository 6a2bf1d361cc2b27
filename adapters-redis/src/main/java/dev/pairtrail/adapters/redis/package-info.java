/**
 * A store on Redis Streams: one stream for each queue's log, appended to by one script, read by
 * range, tail and consumer group.
 */
package dev.pairtrail.adapters.redis;
