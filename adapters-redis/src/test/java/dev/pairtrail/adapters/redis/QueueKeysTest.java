package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.domain.QueueName;
import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All keys of a queue are in one slot. */
final class QueueKeysTest {
  @Test
  void aDefaultKeyHasItsNeighboursUnderTheSameTag() {
    QueueKeys keys = QueueKeys.ofDefault(new QueueName("duel"));
    assertThat(keys.events()).isEqualTo("matchmaking:{duel}:events");
    assertThat(keys.beside("snapshot")).isEqualTo("matchmaking:{duel}:snapshot");
  }

  @Test
  void aKeyWithoutBracesIsTheTagOfItsNeighbours() {
    assertThat(new QueueKeys("matchmaking:events").beside("snapshot"))
        .isEqualTo("{matchmaking:events}:snapshot");
  }

  @Test
  void anotherKeyWithATagKeepsItWhole() {
    assertThat(new QueueKeys("game:{eu}:duel").beside("snapshot"))
        .isEqualTo("game:{eu}:duel:snapshot");
  }

  @Test
  void allAreInOneSlot() {
    assertThat(List.of("matchmaking:{duel}:events", "matchmaking:events", "a{b", "{x}:y", "q{r}s"))
        .allSatisfy(key ->
            assertThat(SlotHash.getSlot(new QueueKeys(key).beside("dead-letters")))
                .isEqualTo(SlotHash.getSlot(key)));
  }

  @Test
  void aKeyThatCannotBeATagIsRefused() {
    assertThat(List.of("", "a}b", "a{}b", "}{"))
        .allSatisfy(key ->
            assertThatThrownBy(() -> new QueueKeys(key))
                .isInstanceOf(IllegalArgumentException.class));
  }

  /** Else the feed of a player of that name would be written into the log. */
  @Test
  void theKeyOfAFeedIsNoLogs() {
    assertThat(List.of("player:{x}:events", "room:{x}:events"))
        .allSatisfy(key ->
            assertThatThrownBy(() -> new QueueKeys(key)).hasMessageContaining("is a feed's"));
  }
}
