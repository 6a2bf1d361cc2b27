/** Ids and measures that all of the domain speaks in. */
package dev.pairtrail.domain;
