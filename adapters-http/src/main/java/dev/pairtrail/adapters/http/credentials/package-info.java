/**
 * By what the server knows who asks: keys of those who run it or its games, tokens of players. What
 * each may do is decided where the routes are.
 */
package dev.pairtrail.adapters.http.credentials;
