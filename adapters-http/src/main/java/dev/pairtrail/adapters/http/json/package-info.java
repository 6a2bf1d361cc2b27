/** Writes the answers: one class for each thing that is shown, key by key, without reflection. */
package dev.pairtrail.adapters.http.json;
