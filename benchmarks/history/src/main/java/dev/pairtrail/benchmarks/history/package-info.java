/** How fast a log is read back, beside a reader that does nothing with it. */
@org.jspecify.annotations.NullMarked
package dev.pairtrail.benchmarks.history;
