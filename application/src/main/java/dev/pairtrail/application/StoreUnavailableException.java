package dev.pairtrail.application;

/** The store did not answer, or cannot answer now. */
public class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public StoreUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public StoreUnavailableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong, for people to read. */
  public String reason() {
    return reason;
  }
}
