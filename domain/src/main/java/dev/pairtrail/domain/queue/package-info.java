/** The matchmaking aggregate: commands are decided on the state that events fold to. */
package dev.pairtrail.domain.queue;
