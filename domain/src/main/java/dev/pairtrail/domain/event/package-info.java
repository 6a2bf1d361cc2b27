/** The facts of the log. */
package dev.pairtrail.domain.event;
