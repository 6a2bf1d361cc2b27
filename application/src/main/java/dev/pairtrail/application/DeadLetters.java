package dev.pairtrail.application;

import dev.pairtrail.application.engine.Answers;
import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The entries that consumer groups gave up, and what an operator does about them. Thread-safe. */
public final class DeadLetters {
  private final Registry queues;
  private final Duration answerWithin;

  DeadLetters(Registry queues, Duration answerWithin) {
    this.queues = queues;
    this.answerWithin = answerWithin;
  }

  /** Those of a queue after a position, in order of position, at most so many. */
  public Outcome<List<DeadLetter>> list(QueueName queue, Position after, int limit) {
    return in(queue, runtime -> new Outcome.Done<>(list(runtime, after, limit)));
  }

  private static List<DeadLetter> list(QueueRuntime queue, Position after, int limit) {
    return queue.groups().values().stream()
        .flatMap(group -> group.deadLetters(after, limit).stream())
        .sorted(Comparator.comparing(DeadLetter::position).thenComparing(DeadLetter::group))
        .limit(limit)
        .toList();
  }

  /**
   * Has the groups that gave up an entry handle it again.
   *
   * @return whether there was such a dead letter and its entry is still in the log
   */
  public Outcome<Boolean> retry(QueueName queue, Position position) {
    return in(
        queue,
        runtime ->
            new Outcome.Done<>(
                runtime.groups().values().stream()
                        .filter(group -> group.retry(position, runtime.consumerName()))
                        .count()
                    > 0));
  }

  /**
   * Forgets a dead letter; the log tells that it was done, first of all.
   *
   * @param by whose key it is done with, for the log
   * @return whether there is, or once was, such a dead letter
   */
  public Outcome<Boolean> discard(QueueName queue, Position position, Optional<KeyName> by) {
    return in(queue, runtime -> discard(runtime, position, by));
  }

  private Outcome<Boolean> discard(QueueRuntime queue, Position position, Optional<KeyName> by) {
    Outcome<Boolean> known = new Outcome.Done<>(false);
    for (String group : queue.groups().keySet()) {
      Optional<DeadLetter> letter = find(queue.groups().get(group), position);
      if (letter.isPresent()) {
        known = tell(queue, letter.get(), by);
        if (!(known instanceof Outcome.Done)) {
          return known;
        }
        queue.groups().get(group).discard(position);
      } else if (queue.ask(state -> state.isDiscarded(position, group))) {
        known = new Outcome.Done<>(true);
      }
    }
    return known;
  }

  private static Optional<DeadLetter> find(ConsumerGroup group, Position position) {
    return group.deadLetters(position.previous(), 1).stream()
        .filter(letter -> letter.position().equals(position))
        .findFirst();
  }

  private Outcome<Boolean> tell(QueueRuntime queue, DeadLetter letter, Optional<KeyName> by) {
    var command =
        new Command.DiscardDeadLetter(letter.position(), letter.group(), letter.reason(), by);
    return Answers.await(queue.submit(command, Origin.NONE, _ -> true), answerWithin);
  }

  private <T> Outcome<T> in(QueueName name, Function<QueueRuntime, Outcome<T>> step) {
    return queues.find(name).map(step).orElseGet(() -> new Outcome.NoSuchQueue<>(name));
  }
}
