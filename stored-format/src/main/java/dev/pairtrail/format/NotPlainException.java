package dev.pairtrail.format;

import java.io.Serial;

/** JSON is not in the plain form. Another reader takes over, so nobody looks at where it was. */
final class NotPlainException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NotPlainException() {
    super(null, null, false, false);
  }
}
