package dev.pairtrail.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real {@code redis-server} of the machine, on a free port and in a folder of its own. It ends
 * with the tests at the latest, as a test that fails before it begins closes nothing.
 */
public final class RedisServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final List<String> command;

  /** A file that may not grow is an error to the server, as a full disk is, and not its end. */
  private static final List<String> WITHOUT_SIGNAL =
      List.of("sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh");

  private Process process;

  private RedisServer(Path folder, int port, List<String> command) {
    this.folder = folder;
    this.port = port;
    this.command = command;
    process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /**
   * Starts a server that keeps its data in an append-only file, synced each second.
   *
   * @param options further ones, such as {@code --maxmemory-policy allkeys-lru}
   */
  public static RedisServer start(String... options) {
    return start(FreePorts.any(), options);
  }

  static RedisServer start(int port, String... options) {
    Path folder = temporaryFolder();
    List<String> command = new ArrayList<>(List.of("redis-server", "--bind", "127.0.0.1"));
    command.addAll(List.of("--port", Integer.toString(port), "--dir", folder.toString()));
    command.addAll(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "everysec"));
    command.addAll(List.of(options));
    return new RedisServer(folder, port, command);
  }

  /** Starts a Sentinel with these lines of configuration. */
  static RedisServer sentinel(List<String> lines) {
    Path folder = temporaryFolder();
    int port = FreePorts.any();
    List<String> all = new ArrayList<>(List.of("bind 127.0.0.1", "port " + port, "dir " + folder));
    all.addAll(lines);
    try {
      Path file = Files.write(folder.resolve("sentinel.conf"), all);
      return new RedisServer(folder, port, List.of("redis-server", file.toString(), "--sentinel"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("pairtrail-redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Cuts the last bytes off its append-only file, while it is down. */
  public void tear(int bytes) {
    try (Stream<Path> files = Files.walk(folder)) {
      Path last = files.filter(f -> f.toString().endsWith(".incr.aof")).findFirst().orElseThrow();
      try (FileChannel file = FileChannel.open(last, StandardOpenOption.WRITE)) {
        file.truncate(Math.max(0, file.size() - bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server as a crash would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts it again on the same data. */
  public void restart() {
    process = launch();
  }

  /** Stops the server in its tracks; its connections stay open and silent. */
  public void pause() {
    signal("-STOP");
  }

  /** Lets a paused server go on. */
  public void resume() {
    signal("-CONT");
  }

  /** Has it run, whether it was paused or ended. */
  void revive() {
    if (process.isAlive()) {
      resume();
    } else {
      restart();
    }
  }

  private void signal(String signal) {
    try {
      String pid = Long.toString(process.pid());
      Process kill = new ProcessBuilder("kill", signal, pid).inheritIO().start();
      if (!kill.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("kill does not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() {
    try {
      Process started =
          new ProcessBuilder(Stream.concat(WITHOUT_SIGNAL.stream(), command.stream()).toList())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers(started));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server must be on the PATH", e);
    }
  }

  private boolean answers(Process started) throws IOException {
    if (!started.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("log")));
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
    } catch (ConnectException e) {
      return false;
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("redis-server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(RedisServer::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
