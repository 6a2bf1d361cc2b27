package dev.pairtrail.domain;

import java.util.regex.Pattern;

/**
 * The name of a key to this service, by which whoever holds it is known.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 */
public record KeyName(String value) {
  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public KeyName {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "key name must have 1 to 64 characters of A-Z a-z 0-9 . _ -");
    }
  }
}
