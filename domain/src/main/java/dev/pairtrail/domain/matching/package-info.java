/** The matcher: waiting tickets, and the pass that finds matches among them. */
package dev.pairtrail.domain.matching;
