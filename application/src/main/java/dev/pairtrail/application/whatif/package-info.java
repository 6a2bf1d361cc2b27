/**
 * What might have been: recorded or made-up arrivals are matched anew under other rules, and held
 * against what the log says. Pure but for the reading: no clock, and randomness from a seed.
 */
package dev.pairtrail.application.whatif;
