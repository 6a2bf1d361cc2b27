package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The history of a player across queues, on any instance, and where to read on. */
final class PlayerFeedsTest {
  private static final String FEED = "/v1/players/p-1/events";
  private static final String ASKED = "/v1/queues/asked/tickets";

  private final MemoryEventStore store = new MemoryEventStore(InstantSource.system());
  private final SequentialIds ids = new SequentialIds();
  private final TestServer north = TestServer.start(store, store, ids, TestSettings.usual());
  private final TestServer south = TestServer.start(store, store, ids, TestSettings.usual());

  @AfterEach
  void stop() {
    north.close();
    south.close();
  }

  /** Plays in both queues, now and then in one and now and then in the other. */
  private void play() {
    north.match("p-1", "p-2");
    String ticket = south.post(ASKED, TestServer.solo("p-1")).is(201).at("/id");
    north.post("/v1/queues/ranked/tickets", TestServer.solo("p-1")).is(201);
    south.delete(ASKED + "/" + ticket).is(204);
  }

  private static String place(String queue, String position) {
    return queue + " " + position;
  }

  private static List<String> places(Reply page) {
    List<String> queues = page.each("/events", "/queue");
    List<String> positions = page.each("/events", "/position");
    List<String> places = new ArrayList<>();
    for (int i = 0; i < queues.size(); i++) {
      places.add(place(queues.get(i), positions.get(i)));
    }
    return places;
  }

  @Test
  void thePlayersHistoryGoesAcrossQueues() {
    play();

    for (TestServer server : List.of(north, south)) {
      Reply feed = server.get(FEED).is(200);
      assertThat(feed.each("/events", "/type"))
          .containsExactly(
              "PlayerEnqueued",
              "PlayersMatched",
              "PlayerEnqueued",
              "PlayerEnqueued",
              "TicketCancelled");
      assertThat(feed.each("/events", "/queue"))
          .containsExactly("default", "default", "asked", "ranked", "asked");
    }
  }

  @Test
  void pagesGoOnInEachQueueWhereTheyEnded() {
    play();
    List<String> all = places(north.get(FEED));

    List<String> read = new ArrayList<>();
    String next = FEED + "?limit=1";
    while (!next.isEmpty()) {
      Reply page = (read.size() % 2 == 0 ? north : south).get(next).is(200);
      read.addAll(places(page));
      next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
      if (!next.isEmpty()) {
        assertThat(next).isEqualTo(FEED + "?after=" + page.at("/next") + "&limit=1");
      }
    }

    assertThat(read).isEqualTo(all);
  }

  /** Comes to a queue, where nobody else waits, and leaves it: two events. */
  private static void visit(TestServer server, String queue) {
    String tickets = "/v1/queues/" + queue + "/tickets";
    String ticket = server.post(tickets, TestServer.solo("p-1")).is(201).at("/id");
    server.delete(tickets + "/" + ticket).is(204);
  }

  @Test
  void whoIsCutOffResumesOnAnyInstance() {
    List<String> seen = new ArrayList<>();
    String last = "";
    for (int i = 0; i < 10; i++) {
      TestServer server = i % 2 == 0 ? south : north;
      visit(server, "asked");
      try (SseClient client =
          new SseClient(server.request(FEED + "?after=0-0").header("Last-Event-ID", last))) {
        visit(north, "default");
        for (int events = 0; events < 3; events++) {
          List<String> event = client.nextEvent();
          last = event.getFirst().substring("id: ".length());
          JsonNode data = Reply.MAPPER.readTree(event.get(2).substring("data: ".length()));
          seen.add(place(data.at("/queue").asString(), data.at("/position").asString()));
        }
      }
    }

    List<String> all = places(north.get(FEED + "?limit=1000"));
    assertThat(all).hasSize(40);
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    for (String queue : List.of("default ", "asked ")) {
      List<String> wanted = all.stream().filter(place -> place.startsWith(queue)).toList();
      List<String> got = seen.stream().filter(place -> place.startsWith(queue)).toList();
      assertThat(got).isEqualTo(wanted.subList(0, got.size()));
    }
    assertThat(last).matches("asked:\\d+-\\d+,default:\\d+-\\d+");
  }

  @Test
  void aPositionAloneHoldsInEveryQueue() {
    play();
    String matched = north.get(FEED).at("/events/1/position");

    assertThat(north.get(FEED + "?after=" + matched).is(200).each("/events", "/queue"))
        .containsExactly("asked", "ranked", "asked");
    assertThat(north.get(FEED + "?after=default:" + matched).each("/events", "/queue"))
        .containsExactly("asked", "ranked", "asked");
    assertThat(north.get(FEED + "?after=asked:" + matched + "&limit=1").at("/next"))
        .matches("asked:\\d+-\\d+,default:\\d+-\\d+");
  }

  @Test
  void whatTheLogHasNoMoreIsInTheFeed() {
    north.enqueue("p-1");
    Tag player = Tag.player(new PlayerId("p-1"));
    await().until(() -> !store.feeds().read(player, 10).entries().isEmpty());
    north.delete("/v1/queues/default/tickets/" + north.get(FEED).at("/events/0/ticket_id"));
    store.trim(TestServer.queue("default"), 1);

    assertThat(north.get(FEED).is(200).each("/events", "/type"))
        .containsExactly("PlayerEnqueued", "TicketCancelled");
    assertThat(south.get("/v1/queues/default/events").is(200).json().at("/events")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'duel:1-0,5-0', names no queue for 5-0",
    "'duel:soon', not soon",
    "'duel:1-0,duel:2-0', duel twice",
    "'a b:1-0', queue name must have"
  })
  void aBadCursorIsNamed(String cursor, String why) {
    String query = "?after=" + cursor.replace(" ", "%20");
    Reply asParameter = north.get(FEED + query).isProblem(400, "invalid-request");
    assertThat(asParameter.at("/errors/0/parameter")).isEqualTo("after");
    assertThat(asParameter.at("/errors/0/detail")).contains(why);

    Reply asHeader = north.get(FEED, "Accept", "text/event-stream", "Last-Event-ID", cursor);
    assertThat(asHeader.isProblem(400, "invalid-request").at("/errors/0/header"))
        .isEqualTo("Last-Event-ID");
    assertThat(asHeader.at("/errors/0/detail")).contains(why);
  }
}
