package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Attribute;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that all players of a match have in common. It knows its hash, being looked up often.
 */
final class Partition {
  /** Of players of whom nothing is known. */
  static final Partition NONE = new Partition(List.of());

  private final List<Optional<Attribute>> values;
  private final int hash;

  Partition(List<Optional<Attribute>> values) {
    this.values = List.copyOf(values);
    hash = this.values.hashCode();
  }

  List<Optional<Attribute>> values() {
    return values;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Partition partition && values.equals(partition.values));
  }
}
