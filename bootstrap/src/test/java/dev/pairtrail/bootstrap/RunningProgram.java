package dev.pairtrail.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real program in a process of its own, started on the module path. It ends with the tests at
 * the latest. Thread-safe.
 */
public final class RunningProgram implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path TARGET =
      Path.of("..", "bootstrap", "target").toAbsolutePath().normalize();
  private static final String ANNOUNCEMENT = "Pairtrail serves ";

  /** It lives for seconds, in which the second compiler would take more than it gives. */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final BufferedReader output;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  private RunningProgram(Process process) {
    this.process = process;
    output = process.inputReader();
    base = URI.create(awaitUrl());
  }

  /** A server on a free port. */
  public static RunningProgram serve(String... options) {
    return serve(ProcessBuilder.Redirect.INHERIT, options);
  }

  /** A server on a free port that logs to a place of its own. */
  public static RunningProgram serve(ProcessBuilder.Redirect logs, String... options) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    return new RunningProgram(launch(arguments, logs));
  }

  static Process launch(List<String> arguments) {
    return launch(arguments, ProcessBuilder.Redirect.INHERIT);
  }

  private static Process launch(List<String> arguments, ProcessBuilder.Redirect logs) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=com.github.luben.zstd_jni");
    command.add(FIRST_COMPILER);
    command.addAll(List.of("-Xmx256m", "--module-path"));
    command.add(TARGET.resolve("classes") + ":" + TARGET.resolve("modules"));
    command.addAll(List.of("--module", "dev.pairtrail.bootstrap/dev.pairtrail.bootstrap.Main"));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectError(logs).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String awaitUrl() {
    return output
        .lines()
        .filter(line -> line.startsWith(ANNOUNCEMENT))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the program ended before it served"))
        .substring(ANNOUNCEMENT.length());
  }

  /** What the program answered. */
  public record Answer(int status, JsonNode body) {}

  public Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, "", headers);
  }

  private Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it serves. */
  public URI base() {
    return base;
  }

  public long pid() {
    return process.pid();
  }

  /** Ends the program as a crash would. */
  public void kill() {
    process.destroyForcibly();
    exitCode(process);
  }

  /** Asks the program to end, as SIGTERM does, and tells its exit code. */
  public int terminate() {
    process.destroy();
    return exitCode(process);
  }

  static int exitCode(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the program does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
    client.close();
  }
}
