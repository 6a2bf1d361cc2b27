/** What went wrong, as clients are told: problem details of RFC 9457 with stable types. */
package dev.pairtrail.adapters.http.problem;
