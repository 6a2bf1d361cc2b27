/** Rule sets: what a queue asks of its matches. */
package dev.pairtrail.domain.rules;
