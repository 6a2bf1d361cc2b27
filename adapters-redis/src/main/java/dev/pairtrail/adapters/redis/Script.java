package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script that runs on the server as one step. Redis knows it by its digest; where Redis has
 * forgotten it, as after a restart, it is sent again. Thread-safe.
 */
final class Script {
  static final Script APPEND = load("append.lua");
  static final Script PARK = load("park.lua");
  static final Script RETRY = load("retry.lua");
  static final Script RESTORE = load("position.lua", "restore.lua");
  static final Script TRIM = load("position.lua", "trim.lua");
  static final Script SNAPSHOT = load("position.lua", "snapshot.lua");
  static final Script REMOVE_IDLE = load("remove-idle.lua");
  static final Script FEED = load("position.lua", "feed.lua");
  static final Script FEEDS_NOTE = load("position.lua", "feeds-note.lua");
  static final Script FEEDS_BEGIN = load("feeds-begin.lua");

  private final String source;
  private final String digest;

  private Script(String source) {
    this.source = source;
    digest = sha1(source);
  }

  /** The script's answer, as Redis gives it; keys must be of one slot. */
  List<Object> run(
      RedisClusterCommands<String, String> redis, List<String> keys, List<String> arguments) {
    String[] keyArray = keys.toArray(String[]::new);
    String[] values = arguments.toArray(String[]::new);
    try {
      return redis.evalsha(digest, ScriptOutputType.MULTI, keyArray, values);
    } catch (RedisNoScriptException e) {
      return redis.eval(source, ScriptOutputType.MULTI, keyArray, values);
    }
  }

  /** The same, where it must be one command. */
  List<Object> runInFull(
      RedisClusterCommands<String, String> redis, List<String> keys, List<String> arguments) {
    return redis.eval(
        source,
        ScriptOutputType.MULTI,
        keys.toArray(String[]::new),
        arguments.toArray(String[]::new));
  }

  /** Sends it without waiting for the answer. */
  CompletionStage<List<Object>> send(
      RedisClusterAsyncCommands<String, String> redis, String[] keys, String[] arguments) {
    return redis
        .<List<Object>>evalsha(digest, ScriptOutputType.MULTI, keys, arguments)
        .exceptionallyCompose(failure ->
            failure instanceof RedisNoScriptException
                ? redis.eval(source, ScriptOutputType.MULTI, keys, arguments)
                : CompletableFuture.failedStage(failure));
  }

  /** A script of several files, one after the other. */
  private static Script load(String... names) {
    return new Script(Stream.of(names).map(Script::read).collect(Collectors.joining()));
  }

  private static String read(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String source) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
