/**
 * What every store must do, as tests. {@link dev.pairtrail.portcontracts.EventStoreContract} runs
 * every suite; {@link dev.pairtrail.portcontracts.HonoursNothing} must fail each test of each, so
 * none can pass by accident and none can be skipped.
 */
package dev.pairtrail.portcontracts;
