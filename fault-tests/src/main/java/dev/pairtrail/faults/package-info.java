/** Nothing is shipped from here: the tests of this module break the program and audit its log. */
package dev.pairtrail.faults;
