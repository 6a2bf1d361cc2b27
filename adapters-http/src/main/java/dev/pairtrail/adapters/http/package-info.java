/**
 * The HTTP server, its routes and their handlers. A handler reads a request, asks one use case and
 * writes the answer; it decides nothing.
 */
package dev.pairtrail.adapters.http;
