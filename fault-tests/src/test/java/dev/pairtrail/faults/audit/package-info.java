/** Judges a run by its log and by what its clients were told. */
package dev.pairtrail.faults.audit;
