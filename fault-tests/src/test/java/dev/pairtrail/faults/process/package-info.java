/** Real programs on a real Redis behind proxies that break what passes. */
package dev.pairtrail.faults.process;
