package dev.pairtrail.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Players who follow their feeds by server-sent events, many on one thread, so that reading costs
 * the machine little. Thread-safe.
 */
final class FeedClients implements AutoCloseable {
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final Thread thread = Thread.ofPlatform().name("feeds").unstarted(this::read);
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Latencies arrivals = new Latencies();
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicInteger awaited = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long countedFrom = Long.MAX_VALUE;

  FeedClients(URI url) throws IOException {
    server = new InetSocketAddress(url.getHost(), url.getPort());
    thread.start();
  }

  /** Connects a player. */
  void follow(String player) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    String request =
        "GET /v1/players/%s/events HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(player, server.getHostString());
    ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new FeedLines(this::arrived, this::begun));
    selector.wakeup();
  }

  private void begun() {
    connected.incrementAndGet();
  }

  private void arrived(long appendedMillis) {
    awaited.decrementAndGet();
    if (appendedMillis >= countedFrom) {
      Instant now = Instant.now();
      long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
      arrivals.record(TimeUnit.MILLISECONDS.toNanos(appendedMillis), nanos);
    }
  }

  private void read() {
    try {
      while (closed.getCount() > 0) {
        selector.select(this::read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      buffer.clear();
      int read = ((SocketChannel) key.channel()).read(buffer);
      if (read < 0) {
        key.channel().close();
      } else {
        buffer.flip();
        ((FeedLines) key.attachment()).take(buffer);
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  /** Waits until so many are connected. */
  void awaitAll(int players) throws IOException {
    long end = System.nanoTime() + CONNECTED_WITHIN.toNanos();
    while (connected.get() < players) {
      if (System.nanoTime() > end) {
        throw new IOException(connected.get() + " of " + players + " players are connected");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** From now on matches count, if they did not before. */
  synchronized void beginToCount() {
    countedFrom = Math.min(countedFrom, System.currentTimeMillis());
  }

  /** So many more players are to be told of a match. */
  void expectMatches(int players) {
    awaited.addAndGet(players);
  }

  /** How many players are still to be told; fewer than none if some were told twice. */
  int missing() {
    return awaited.get();
  }

  void awaitMatches(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (awaited.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  Latencies.Summary arrived() {
    return arrivals.summary();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    selector.wakeup();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
  }
}
