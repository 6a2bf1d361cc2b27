/**
 * What the application asks of a store, for those who write one. The suites of {@code
 * dev.pairtrail.portcontracts} say the same as tests; a store that passes them is complete.
 */
package dev.pairtrail.application.port;
