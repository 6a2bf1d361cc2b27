package dev.pairtrail.bootstrap;

/** What was given cannot be run; the message names each key and what it takes. */
final class BadConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadConfigurationException(String message) {
    super(message);
  }
}
