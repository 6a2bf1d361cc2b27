/** Why tickets meet or do not meet: what the matcher's own criteria say, in numbers. */
package dev.pairtrail.domain.why;
