package dev.pairtrail.domain;

/** The characters an id may have: those that need no escaping in a tag, a key or a URL segment. */
final class IdSyntax {
  private static final String PUNCTUATION = "._:@|-";

  private IdSyntax() {}

  static void require(String value, String what, int maxLength) {
    if (value.isEmpty() || value.length() > maxLength) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + maxLength + " characters, not " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      if (!allowed(value.charAt(i))) {
        throw new IllegalArgumentException(
            what + " may have only A-Z a-z 0-9 . _ : @ | - but has another at index " + i);
      }
    }
  }

  /** Whether a text is such an id. */
  static boolean isMetBy(String value, int maxLength) {
    return !value.isEmpty()
        && value.length() <= maxLength
        && value.chars().allMatch(c -> allowed((char) c));
  }

  private static boolean allowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || PUNCTUATION.indexOf(c) >= 0;
  }
}
