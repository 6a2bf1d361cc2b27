package dev.pairtrail.application;

/** More is asked of a queue at once than its mailbox takes. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OverloadedException() {
    super("the mailbox of the queue is full");
  }
}
