/**
 * The use cases of Pairtrail, for adapters that are driven by clients. {@link
 * dev.pairtrail.application.Pairtrail} is the instance.
 */
package dev.pairtrail.application;
