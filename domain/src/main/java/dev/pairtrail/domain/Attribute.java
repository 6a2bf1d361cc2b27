package dev.pairtrail.domain;

import java.util.List;

/** The value of a player's attribute, which rules compare. */
public sealed interface Attribute {

  /**
   * A number, such as a rating.
   *
   * @param value finite; the negative zero becomes zero, as the two are equal to everybody else
   */
  record Numeric(double value) implements Attribute {
    public Numeric {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a number attribute must be finite");
      }
      value += 0.0;
    }
  }

  /**
   * A text, such as a game mode.
   *
   * @param value at most {@value #MAX_TEXT} characters
   */
  record Text(String value) implements Attribute {
    public Text {
      requireLength(value);
    }
  }

  /**
   * Several texts, such as the maps a player likes.
   *
   * @param values at most {@value #MAX_LIST} texts of at most {@value #MAX_TEXT} characters
   */
  record TextList(List<String> values) implements Attribute {
    public TextList {
      values = List.copyOf(values);
      if (values.size() > MAX_LIST) {
        throw new IllegalArgumentException(
            "a list attribute has at most " + MAX_LIST + " texts, not " + values.size());
      }
      values.forEach(Attribute::requireLength);
    }
  }

  int MAX_TEXT = 256;
  int MAX_LIST = 64;

  private static void requireLength(String value) {
    if (value.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "a text attribute has at most " + MAX_TEXT + " characters, not " + value.length());
    }
  }
}
