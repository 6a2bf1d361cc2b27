/** How fast the matcher is, what a waiting ticket weighs, and how good its matches are. */
@NullMarked
package dev.pairtrail.benchmarks.matcher;

import org.jspecify.annotations.NullMarked;
