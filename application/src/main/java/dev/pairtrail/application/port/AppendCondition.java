package dev.pairtrail.application.port;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Tag;
import java.util.Set;

/**
 * Fail if an event after {@code after} carries one of these tags. An entry without tags carries all
 * of them. The term is that of the dynamic consistency boundary.
 *
 * @param after the last entry that the decision knew
 * @param tags none means that nothing can conflict
 */
public record AppendCondition(Head after, Set<Tag> tags) {
  public AppendCondition {
    tags = Set.copyOf(tags);
  }
}
