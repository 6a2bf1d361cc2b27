/**
 * A folder of segments: files of compressed lines, and for each queue a manifest that lists them.
 */
package dev.pairtrail.adapters.archive;
