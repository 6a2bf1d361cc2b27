package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A script on one key. Redis knows it by its digest; where Redis has forgotten it, as after a
 * restart, it is sent again. Thread-safe.
 */
final class Script {
  private final String source;
  private final String digest;

  /**
   * @param name of its file in this package
   */
  Script(String name) {
    source = load(name);
    digest = sha1(source);
  }

  /** The script's answer, a table, as Redis gives it. */
  List<Object> run(RedisCommands<String, String> redis, String key, String... arguments) {
    String[] keys = {key};
    try {
      return redis.evalsha(digest, ScriptOutputType.MULTI, keys, arguments);
    } catch (RedisNoScriptException e) {
      return redis.eval(source, ScriptOutputType.MULTI, keys, arguments);
    }
  }

  private static String load(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
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
