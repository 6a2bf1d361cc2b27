/**
 * Reads requests: path, parameters, headers and bodies become values of the domain, or the request
 * is refused with all that is wrong with it.
 */
package dev.pairtrail.adapters.http.request;
