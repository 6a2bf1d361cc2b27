package dev.pairtrail.application.history;

/** An import cannot be done; the message says why, for people to read. */
public final class ImportRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportRefusedException(String message) {
    super(message);
  }
}
