package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.event.Event;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples keep up with the domain. */
class EveryEventTest {
  @Test
  void isOfEveryType() {
    assertThat(EveryEvent.list().stream().<Class<?>>map(Event::getClass))
        .containsAll(records(Event.class).toList());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryEventTest::records)
        : Stream.of(type);
  }
}
