package dev.pairtrail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagTest {

  @Test
  void namesWhatIsTouched() {
    assertThat(Tag.ticket(new TicketId("t:1")).text()).isEqualTo("ticket:t:1");
    assertThat(Tag.player(new PlayerId("p|1")).text()).isEqualTo("player:p|1");
    assertThat(Tag.room(new RoomId("r-1")).text()).isEqualTo("room:r-1");
    assertThat(Tag.queue(new QueueName("q_1")).text()).isEqualTo("queue:q_1");
  }

  @Test
  void aRequestHasNoSpaceInItsTag() {
    assertThat(request("my key").text()).isEqualTo("request:my%20key");
  }

  @Test
  void differentRequestsHaveDifferentTags() {
    assertThat(List.of(request("a b"), request("a%20b"), request("a%2520b"), request("a%b")))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyARequestIsARequest() {
    assertThat(request("k").isRequest()).isTrue();
    assertThat(Tag.player(new PlayerId("request:k")).isRequest()).isFalse();
  }

  @Test
  void onlyPlayersAndRoomsByTheirIdsAreSuch() {
    assertThat(Tag.player(new PlayerId("p:1|a@b.c")).isPlayerOrRoom()).isTrue();
    assertThat(Tag.room(new RoomId("r".repeat(128))).isPlayerOrRoom()).isTrue();
    assertThat(
            List.of("ticket:1", "player:", "room:a}b", "player:{a}", "player:ü", "players:a", "a"))
        .noneMatch(text -> new Tag(text).isPlayerOrRoom());
    assertThat(new Tag("player:" + "p".repeat(129)).isPlayerOrRoom()).isFalse();
  }

  @Test
  void aTagIsOneWord() {
    for (String text : List.of("", "a b", "a\tb", "a\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Tag(text));
    }
  }

  private static Tag request(String key) {
    return Tag.request(new RequestKey(key));
  }
}
