package dev.pairtrail.domain;

/**
 * The client's {@code Idempotency-Key}: names one request, so that its repetition is recognised.
 *
 * @param value 1 to 255 printable ASCII characters, the space among them
 */
public record RequestKey(String value) {
  private static final int MAX_LENGTH = 255;

  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public RequestKey {
    if (value.isEmpty()
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "idempotency key must have 1 to " + MAX_LENGTH + " printable ASCII characters");
    }
  }
}
