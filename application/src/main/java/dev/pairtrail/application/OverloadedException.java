package dev.pairtrail.application;

/** More is asked at once than is done at once. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OverloadedException() {
    this("the mailbox of the queue is full");
  }

  public OverloadedException(String what) {
    super(what);
  }
}
