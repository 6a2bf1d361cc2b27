package dev.pairtrail.domain.rules;

import dev.pairtrail.domain.Attribute;
import java.util.Optional;

/** What a queue says of one attribute: its type, and the value of a player who does not give it. */
public record AttributeSpec(Type type, Optional<Attribute> defaultValue) {

  /** The types an attribute can have. */
  public enum Type {
    NUMBER,
    STRING,
    STRING_LIST;

    public boolean admits(Attribute value) {
      return switch (value) {
        case Attribute.Numeric _ -> this == NUMBER;
        case Attribute.Text _ -> this == STRING;
        case Attribute.TextList _ -> this == STRING_LIST;
      };
    }
  }
}
