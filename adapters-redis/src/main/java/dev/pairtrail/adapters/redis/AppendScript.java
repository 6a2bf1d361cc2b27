package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The script that appends. Redis knows it by its digest; where Redis has forgotten it, as after a
 * restart, it is sent again. Thread-safe.
 */
final class AppendScript {
  /** A writer that is further behind than this reads on before it writes. */
  static final int MAX_SCANNED = 1_000;

  /** More missed entries than this are read by range, which is cheaper than through the script. */
  private static final int MAX_REPLIED = 16;

  private final String source = load();
  private final String digest = sha1(source);

  /** The script's answer, as Redis gives it. */
  List<Object> run(
      RedisClusterCommands<String, String> redis,
      String key,
      List<NewEvent> events,
      AppendCondition condition) {
    String[] keys = {key};
    String[] arguments = arguments(events, condition);
    try {
      return redis.evalsha(digest, ScriptOutputType.MULTI, keys, arguments);
    } catch (RedisNoScriptException e) {
      return redis.eval(source, ScriptOutputType.MULTI, keys, arguments);
    }
  }

  /** The same, where it must be one command. */
  List<Object> runInFull(
      RedisClusterCommands<String, String> redis,
      String key,
      List<NewEvent> events,
      AppendCondition condition) {
    String[] keys = {key};
    return redis.eval(source, ScriptOutputType.MULTI, keys, arguments(events, condition));
  }

  private static String[] arguments(List<NewEvent> events, AppendCondition condition) {
    List<String> arguments = new ArrayList<>();
    arguments.add(condition.after().position().toString());
    arguments.add(Long.toString(condition.after().revision()));
    arguments.add(Integer.toString(MAX_SCANNED));
    arguments.add(Integer.toString(MAX_REPLIED));
    arguments.add(Integer.toString(condition.tags().size()));
    condition.tags().stream().map(Tag::text).forEach(arguments::add);
    arguments.add(Integer.toString(events.size()));
    for (NewEvent event : events) {
      arguments.add(EntryCodec.event(event));
      arguments.add(EntryCodec.tags(event));
      arguments.add(EntryCodec.meta(event));
    }
    return arguments.toArray(String[]::new);
  }

  private static String load() {
    try (InputStream in = AppendScript.class.getResourceAsStream("append.lua")) {
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
