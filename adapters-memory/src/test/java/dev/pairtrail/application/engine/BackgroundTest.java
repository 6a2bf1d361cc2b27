package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A thread that works in the background outlives whatever one step runs into. */
final class BackgroundTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final CountDownLatch steps = new CountDownLatch(3);
  private final AtomicInteger number = new AtomicInteger();
  private final Background background =
      new Background("test", Duration.ofMillis(1), this::failTwice);

  private void failTwice() {
    steps.countDown();
    switch (number.incrementAndGet()) {
      case 1 -> throw new StackOverflowError("too deep");
      case 2 -> throw new IllegalStateException("it broke");
      default -> Thread.onSpinWait();
    }
  }

  @Test
  void anErrorDoesNotEndIt() throws InterruptedException {
    assertThat(background.isAlive()).isFalse();
    background.start();
    assertThat(steps.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    assertThat(background.isAlive()).isTrue();
    background.stop();
    background.join(SOON);
    assertThat(background.isAlive()).isFalse();
  }
}
