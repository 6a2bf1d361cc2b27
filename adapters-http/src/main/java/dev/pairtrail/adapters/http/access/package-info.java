/** Who may ask what, declared with each route and asked before its handler. */
package dev.pairtrail.adapters.http.access;
