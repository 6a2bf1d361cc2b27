package dev.pairtrail.application.whatif;

/**
 * What was recorded and not simulated.
 *
 * @param stillWaiting tickets of players who still wait in the simulation
 * @param refused tickets that the rules do not admit
 * @param cancels of tickets that did not wait in the simulation any more
 */
public record LeftOut(long stillWaiting, long refused, long cancels) {}
