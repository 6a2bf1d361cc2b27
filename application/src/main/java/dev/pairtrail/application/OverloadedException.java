package dev.pairtrail.application;

/** More is asked at once than can be taken on. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what is full
   */
  public OverloadedException(String what) {
    super(what + " is full");
  }
}
