/**
 * What runs a queue: one actor that owns the folded state and appends to the log, a tail that keeps
 * it fresh, a worker that makes it match, and the readers of live entries.
 */
package dev.pairtrail.application.engine;
