/**
 * Two plain servers to compare with, {@link dev.pairtrail.benchmarks.BareServer} and {@link
 * dev.pairtrail.benchmarks.XaddServer}, and the load generator {@link
 * dev.pairtrail.benchmarks.OpenLoop}; {@code benchmarks/run} puts them to work.
 */
package dev.pairtrail.benchmarks;
