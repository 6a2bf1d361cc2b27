/**
 * Between events and their stored form. The stored names of events, fields and keys are frozen
 * here: what was written once must be read for ever.
 */
package dev.pairtrail.format;
