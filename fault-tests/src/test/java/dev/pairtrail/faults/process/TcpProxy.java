package dev.pairtrail.faults.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Stands between an instance and its store and breaks what passes, in one way at a time. */
final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 16_384;
  private static final Duration LATENCY = Duration.ofSeconds(2);

  private final ServerSocket server;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;

  /** What happens to what passes. */
  enum Mode {
    PASS,
    /** Requests get there, replies do not, and the connection breaks. */
    LOSE_REPLIES,
    /** A request is cut in its middle and the connection breaks. */
    CUT_REQUESTS,
    /** Replies take two seconds. */
    DELAY,
    /** Nothing passes and nothing breaks. */
    HALF_OPEN
  }

  TcpProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("proxy-" + target).start(this::accept);
  }

  String uri() {
    return "redis://127.0.0.1:" + server.getLocalPort();
  }

  void mode(Mode next) {
    mode = next;
  }

  /** Breaks every connection. */
  void reset() {
    links.forEach(Link::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Link link = new Link(server.accept());
        links.add(link);
        link.start();
      } catch (IOException _) {
        // Closed, or the store is away: the client sees it as a broken connection.
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  /** One connection and its continuation to the store. */
  private final class Link {
    private final Socket client;
    private final Socket store = new Socket();

    Link(Socket client) throws IOException {
      this.client = client;
      try {
        store.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
      } catch (IOException e) {
        client.close();
        throw e;
      }
    }

    void start() {
      Thread.ofVirtual().start(() -> pump(client, store, true));
      Thread.ofVirtual().start(() -> pump(store, client, false));
    }

    private void pump(Socket from, Socket to, boolean requests) {
      byte[] buffer = new byte[BUFFER];
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        int read = in.read(buffer);
        while (read >= 0 && passes(buffer, read, out, requests)) {
          read = in.read(buffer);
        }
      } catch (IOException _) {
        // Broken, as it may be.
      } finally {
        links.remove(this);
      }
    }

    /** False to break the connection. */
    private boolean passes(byte[] bytes, int length, OutputStream out, boolean requests)
        throws IOException {
      return switch (mode) {
        case PASS -> write(bytes, length, out);
        case LOSE_REPLIES -> requests && write(bytes, length, out);
        case CUT_REQUESTS -> {
          int part = requests ? ThreadLocalRandom.current().nextInt(length) : length;
          write(bytes, part, out);
          yield !requests;
        }
        case DELAY -> {
          if (!requests) {
            LockSupport.parkNanos(LATENCY.toNanos());
          }
          yield write(bytes, length, out);
        }
        case HALF_OPEN -> true;
      };
    }

    private boolean write(byte[] bytes, int length, OutputStream out) throws IOException {
      out.write(bytes, 0, length);
      out.flush();
      return true;
    }

    void close() {
      try {
        client.setSoLinger(true, 0);
        client.close();
        store.close();
      } catch (IOException _) {
        // It is closed all the same.
      }
    }
  }
}
