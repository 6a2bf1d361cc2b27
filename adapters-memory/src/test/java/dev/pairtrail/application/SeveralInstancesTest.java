package dev.pairtrail.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Races on one log: enqueue (twice with one key, on any two instances), cancel and match. The audit
 * reads the log afterwards and counts what every caller was told.
 */
final class SeveralInstancesTest {
  private static final int PLAYERS = 600;

  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void nothingIsLostOrDoubled() throws InterruptedException {
    List<Pairtrail> instances =
        IntStream.range(0, 3).mapToObj(_ -> cluster.start(RuleSet.oneOnOne())).toList();
    Set<TicketId> told = ConcurrentHashMap.newKeySet();
    Set<TicketId> cancelled = ConcurrentHashMap.newKeySet();
    List<Thread> clients =
        IntStream.range(0, 12)
            .mapToObj(i -> Thread.startVirtualThread(() -> play(instances, i, told, cancelled)))
            .toList();
    for (Thread client : clients) {
      client.join();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          Audit audit = Audit.of(cluster.log());
          assertThat(audit.enqueued()).isEqualTo(told);
          assertThat(audit.waiting()).hasSizeLessThanOrEqualTo(1);
          for (Pairtrail instance : instances) {
            assertThat(Cluster.state(instance)).isEqualTo(Cluster.state(instances.getFirst()));
          }
        });
    assertThat(told).hasSize(PLAYERS);
    assertThat(cancelled).isNotEmpty();
  }

  private static void play(
      List<Pairtrail> instances, int client, Set<TicketId> told, Set<TicketId> cancelled) {
    Random random = new Random(client);
    for (int i = client; i < PLAYERS; i += 12) {
      var first = Cluster.enqueue(instances.get(random.nextInt(3)), "p-" + i);
      var second = Cluster.enqueue(instances.get(random.nextInt(3)), "p-" + i);
      Ticket ticket = Cluster.value(first.join());
      assertThat(Cluster.value(second.join()).id()).isEqualTo(ticket.id());
      told.add(ticket.id());
      if (random.nextInt(4) == 0
          && instances
                  .get(random.nextInt(3))
                  .tickets()
                  .cancel(Cluster.QUEUE, ticket.id(), Origin.NONE)
              instanceof Outcome.Done) {
        cancelled.add(ticket.id());
      }
    }
  }

  @Test
  void aWorkersPendingEntriesAreClaimedByAnother() {
    var group = cluster.store.group(Cluster.QUEUE, "matchmaking-workers");
    group.ensure();
    Pairtrail first = cluster.start(RuleSet.oneOnOne(), Cluster.small());
    await().until(() -> Cluster.state(first).position().isAfter(Position.START));
    try (var dead = group.join("consumer-dead")) {
      List<Ticket> tickets = new ArrayList<>();
      while (dead.read(1, Duration.ofMillis(20)).isEmpty()) {
        tickets.add(Cluster.enqueued(first, "p-" + tickets.size()));
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          GroupStatus status = group.status();
          assertThat(status.pending()).isZero();
          assertThat(status.lag()).hasValue(0);
        });
  }

  @Test
  void aStoppedInstanceTakesNoMoreAndAnswersWhatItTook() {
    Pairtrail instance = cluster.start(RuleSet.oneOnOne());
    var sent = IntStream.range(0, 200).mapToObj(i -> Cluster.enqueue(instance, "p-" + i)).toList();
    instance.close();
    assertThat(sent).allSatisfy(answer -> assertThat(answer).isDone());
    long done = sent.stream().filter(a -> a.join() instanceof Outcome.Done).count();
    assertThat(Audit.of(cluster.log()).enqueued()).hasSize((int) done);
    assertThat(Cluster.enqueue(instance, "late").join())
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            outcome -> assertThat(outcome.cause()).isEqualTo(Outcome.Cause.STOPPING));
  }

  @Test
  void aWaitEndsWithTheMatchWhicheverInstanceMakesIt() {
    Pairtrail north = cluster.start(RuleSet.oneOnOne());
    Pairtrail south = cluster.start(RuleSet.oneOnOne());
    Ticket first = Cluster.enqueued(north, "p-1");
    Ticket second = Cluster.enqueued(south, "p-2");
    assertThat(List.of(first, second))
        .allSatisfy(ticket ->
            assertThat(
                    Cluster.value(
                            south
                                .tickets()
                                .awaitChange(Cluster.QUEUE, ticket.id(), Duration.ofSeconds(30)))
                        .state())
                .isInstanceOf(Ticket.Matched.class));
  }
}
