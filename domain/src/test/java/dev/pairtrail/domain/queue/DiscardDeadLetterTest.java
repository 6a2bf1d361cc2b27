package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.discard;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.discarded;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static dev.pairtrail.domain.fixture.Scenario.position;

import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscardDeadLetterTest {
  private static final Event RULES = activated(1, RuleSet.oneOnOne(), 0);
  private static final Optional<KeyName> NOBODY = Optional.empty();

  @Test
  void aDiscardedEntryIsTold() {
    given(RULES)
        .when(discard(position(7), "workers", "broken", NOBODY))
        .at(1)
        .then(discarded(position(7), "workers", "broken", NOBODY, 1));
  }

  @Test
  void whoDiscardsItIsTold() {
    Optional<KeyName> ops = Optional.of(new KeyName("ops"));
    given(RULES)
        .when(discard(position(7), "workers", "broken", ops))
        .at(1)
        .then(discarded(position(7), "workers", "broken", ops, 1));
  }

  @Test
  void itIsToldOnce() {
    given(RULES, discarded(position(7), "workers", "broken", NOBODY, 1))
        .when(discard(position(7), "workers", "another reason", NOBODY))
        .at(2)
        .thenNothing();
  }

  @Test
  void anotherEntryOrAnotherGroupIsAnotherMatter() {
    given(RULES, discarded(position(7), "workers", "broken", NOBODY, 1))
        .when(discard(position(8), "workers", "broken", NOBODY))
        .at(2)
        .then(discarded(position(8), "workers", "broken", NOBODY, 2))
        .when(discard(position(7), "webhooks", "gone", NOBODY))
        .at(3)
        .then(discarded(position(7), "webhooks", "gone", NOBODY, 3));
  }

  @Test
  void itConcernsTheQueue() {
    Tag queue = Tag.queue(new QueueName("test"));
    given(RULES)
        .when(discard(position(7), "workers", "broken", NOBODY))
        .at(1)
        .relyingOn(queue)
        .touching(queue);
  }
}
