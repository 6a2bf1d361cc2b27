/** The rules that the compiler cannot see; all of them are tests. */
package dev.pairtrail.architecture;
