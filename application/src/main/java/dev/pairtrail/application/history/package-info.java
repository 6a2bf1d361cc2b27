/**
 * What is answered from logs alone: states as they were, stories, proofs and what might have been.
 * Each reads a log from its beginning or from a checkpoint, apart from the actors at work.
 */
package dev.pairtrail.application.history;
