package dev.pairtrail.domain;

import java.util.regex.Pattern;

/**
 * The name of a queue. It is a segment of URLs and a part of the store's keys.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 */
public record QueueName(String value) implements Comparable<QueueName> {
  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public QueueName {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "queue name must have 1 to 64 characters of A-Z a-z 0-9 . _ -");
    }
  }

  @Override
  public int compareTo(QueueName other) {
    return value.compareTo(other.value);
  }
}
