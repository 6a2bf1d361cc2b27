package dev.pairtrail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final List<Function<String, Object>> IDS =
      List.of(PlayerId::new, TicketId::new, RoomId::new);

  @ParameterizedTest
  @ValueSource(strings = {"a", "Z9", "auth0|5f0c:x@y_z.w-v", "-"})
  void anIdHasTheseCharacters(String text) {
    IDS.forEach(id -> assertThatNoException().isThrownBy(() -> id.apply(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä", "a\n", "a\u0000", "a%20", "[a", "a{"})
  void anIdHasNoOtherCharacters(String text) {
    IDS.forEach(id -> assertThatIllegalArgumentException().isThrownBy(() -> id.apply(text)));
  }

  @Test
  void anIdHasAtMost128Characters() {
    IDS.forEach(id -> {
      assertThatNoException().isThrownBy(() -> id.apply("x".repeat(128)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> id.apply("x".repeat(129)))
          .withMessageEndingWith("must have 1 to 128 characters, not 129");
    });
  }

  @Test
  void idsAreOrderedAsTheirTexts() {
    assertThat(new PlayerId("a")).isLessThan(new PlayerId("b"));
    assertThat(new TicketId("a")).isLessThan(new TicketId("aa"));
    assertThat(new RoomId("B")).isLessThan(new RoomId("a"));
    assertThat(new QueueName("a")).isLessThan(new QueueName("b"));
  }

  @Test
  void aQueueNameIsASegmentOfAUrl() {
    assertThatNoException().isThrownBy(() -> new QueueName("ranked-5v5.EU_1"));
    assertThatNoException().isThrownBy(() -> new QueueName("x".repeat(64)));
    for (String text : List.of("", "a:b", "a b", "a/b", "a\n", "x".repeat(65))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new QueueName(text));
    }
  }

  @Test
  void aRequestKeyIsPrintable() {
    assertThatNoException().isThrownBy(() -> new RequestKey(" any ~ key % /"));
    assertThatNoException().isThrownBy(() -> new RequestKey("x".repeat(255)));
    for (String text : List.of("", "tab\t", "ä", "\u007f", "x".repeat(256))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new RequestKey(text));
    }
  }
}
