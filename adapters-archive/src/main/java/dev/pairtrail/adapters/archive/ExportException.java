package dev.pairtrail.adapters.archive;

import java.util.Optional;

/** An export cannot be read or written; the message names the file, and the line if one is bad. */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExportException(String message) {
    super(message);
  }

  private ExportException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What a failure says, in one line. */
  static ExportException of(String what, Throwable cause) {
    String said =
        Optional.ofNullable(cause.getMessage())
            .flatMap(message -> message.lines().findFirst())
            .orElse(cause.getClass().getSimpleName());
    return new ExportException(what + ": " + said, cause);
  }
}
