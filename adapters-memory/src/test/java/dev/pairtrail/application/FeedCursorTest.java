package dev.pairtrail.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a feed was read, in a form that clients give back. */
final class FeedCursorTest {
  private static final QueueName DUEL = new QueueName("duel");
  private static final QueueName CASUAL = new QueueName("casual.2_x-y");

  @Test
  void aPositionHoldsInEveryQueue() {
    FeedCursor cursor = FeedCursor.parse("1795326928712-3");
    assertThat(cursor.of(DUEL)).isEqualTo(new Position(1_795_326_928_712L, 3));
    assertThat(cursor.of(CASUAL)).isEqualTo(cursor.of(DUEL));
    assertThat(cursor).hasToString("1795326928712-3");
    assertThat(FeedCursor.parse("1795326928712").of(DUEL))
        .isEqualTo(new Position(1_795_326_928_712L, 0));
  }

  @Test
  void aListedQueueHasItsOwn() {
    FeedCursor cursor = FeedCursor.START.seen(DUEL, new Position(7, 1)).seen(CASUAL, at(3));
    assertThat(cursor).hasToString("casual.2_x-y:3-0,duel:7-1");
    assertThat(cursor.seen(CASUAL, at(4)).of(CASUAL)).isEqualTo(at(4));
    assertThat(cursor.of(new QueueName("other"))).isEqualTo(Position.START);
  }

  @Test
  void whereAReaderBeganHoldsForTheOthers() {
    FeedCursor cursor = FeedCursor.after(at(5)).seen(DUEL, at(7));
    assertThat(cursor).hasToString("5-0,duel:7-0");
    assertThat(cursor.of(CASUAL)).isEqualTo(at(5));
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    for (String text : List.of("0-0", "5-0", "5-0,a:1-2", "a:1-2", "a:1-2,b:0-0,c:9-9")) {
      assertThat(FeedCursor.parse(text)).hasToString(text);
      assertThat(FeedCursor.parse(FeedCursor.parse(text).toString()))
          .isEqualTo(FeedCursor.parse(text));
      assertThat(URI.create("/v1/x?after=" + text).getRawQuery()).isEqualTo("after=" + text);
    }
  }

  @Test
  void anythingElseIsRefusedAndNamed() {
    assertThat(
            List.of(
                "",
                "yesterday",
                "-1-0",
                "+5-0",
                "1-",
                "1-0,",
                ",a:1-0",
                "1-0,2-0",
                "a:1-0,5-0",
                "a:",
                "a:b",
                ":1-0",
                "a b:1-0",
                "a:1-0,a:2-0",
                "a:1-0;b:1-0",
                "1-0 ",
                "a:1:2",
                "99999999999999999999-0",
                "9999999999999999999-0"))
        .allSatisfy(
            text -> assertThatIllegalArgumentException().isThrownBy(() -> FeedCursor.parse(text)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeedCursor.parse("duel:5-0,casual:soon"))
        .withMessageContaining("not soon");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeedCursor.parse("duel:5-0,7-0"))
        .withMessageContaining("names no queue for 7-0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeedCursor.parse("duel:5-0,duel:7-0"))
        .withMessageContaining("duel twice");
  }

  private static Position at(long millis) {
    return new Position(millis, 0);
  }
}
