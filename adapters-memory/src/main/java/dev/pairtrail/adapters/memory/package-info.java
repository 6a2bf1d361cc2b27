/**
 * The reference store. {@link dev.pairtrail.adapters.memory.MemoryEventStore} is its face; {@code
 * QueueLog} holds the lock of one queue, {@code Entries} and {@code Deliveries} what it guards.
 */
package dev.pairtrail.adapters.memory;
