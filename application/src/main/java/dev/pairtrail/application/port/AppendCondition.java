package dev.pairtrail.application.port;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Tag;
import java.util.Set;

/**
 * Fail if an event after {@code after} carries one of these tags. An entry without tags carries all
 * of them. The term is that of the dynamic consistency boundary.
 *
 * @param after the last entry that the decision knew; {@link Head#START} if it knew none, which
 *     holds only against a log that has all entries it ever had, or none
 * @param tags none means that nothing can conflict
 */
public record AppendCondition(Head after, Set<Tag> tags) {
  public AppendCondition {
    tags = Set.copyOf(tags);
  }
}
