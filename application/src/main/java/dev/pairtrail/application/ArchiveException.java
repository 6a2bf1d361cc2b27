package dev.pairtrail.application;

/** An archive is damaged, incomplete or cannot be written to; the reason names the file. */
public final class ArchiveException extends StoreUnavailableException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String reason) {
    super(reason);
  }

  public ArchiveException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
