package dev.pairtrail.faults.process;

import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.faults.process.TcpProxy.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What goes wrong in one scenario, and is right again afterwards; numbered as in docs/FAULTS.md.
 */
enum Fault {
  F1_REDIS_KILLED_APPENDFSYNC_ALWAYS(false),
  F2_REDIS_KILLED(false),
  F3_TORN_AOF(false),
  F4_REDIS_STOPPED(false),
  F5_DISK_FULL(false),
  F6_REDIS_FULL(false),
  F8_SCRIPTS_FLUSHED(false),
  F9_FLUSHALL(true),
  F10_REPLIES_LOST(true),
  F11_REQUESTS_CUT(false),
  F12_LATENCY(false),
  F13_RESETS(false),
  F14_HALF_OPEN(false),
  F20_NO_REPLICAS(false),
  F21_INSTANCE_KILLED(false),
  F22_INSTANCE_STOPPED(false),
  F24_ROLLING_RESTART(false),
  F29_GROUP_LOST(true);

  private static final int TORN_BYTES = 3_000;

  private final boolean quick;

  Fault(boolean quick) {
    this.quick = quick;
  }

  /** Whether the default build has time for it: no entries are left to be claimed after a while. */
  boolean isQuick() {
    return quick;
  }

  String[] redisOptions() {
    return this == F1_REDIS_KILLED_APPENDFSYNC_ALWAYS
        ? new String[] {"--appendfsync", "always"}
        : new String[0];
  }

  /** Whether entries go, which instances must say. */
  boolean losesEntries() {
    return this == F3_TORN_AOF || this == F9_FLUSHALL;
  }

  void happen(Site site) {
    switch (this) {
      case F1_REDIS_KILLED_APPENDFSYNC_ALWAYS, F2_REDIS_KILLED -> {
        site.redis.kill();
        site.redis.restart();
      }
      case F3_TORN_AOF -> torn(site);
      case F4_REDIS_STOPPED -> stopped(site.redis.pid(), 5);
      case F5_DISK_FULL -> {
        limitFiles(site.redis.pid(), "1024:");
        last(Duration.ofSeconds(3));
        limitFiles(site.redis.pid(), "unlimited:");
      }
      case F6_REDIS_FULL -> configured(site, "maxmemory", "1", "0");
      case F8_SCRIPTS_FLUSHED -> site.redis(redis -> redis.scriptFlush());
      case F9_FLUSHALL -> site.lose(Site::flushAll);
      case F10_REPLIES_LOST -> broken(site, Mode.LOSE_REPLIES, 1);
      case F11_REQUESTS_CUT -> broken(site, Mode.CUT_REQUESTS, 2);
      case F12_LATENCY -> broken(site, Mode.DELAY, 5);
      case F13_RESETS -> resets(site);
      case F14_HALF_OPEN -> broken(site, Mode.HALF_OPEN, 5);
      case F20_NO_REPLICAS -> configured(site, "min-replicas-to-write", "1", "0");
      case F21_INSTANCE_KILLED -> {
        site.take(0).kill();
        site.start(0);
      }
      case F22_INSTANCE_STOPPED -> stopped(site.instance(0).pid(), 20);
      case F24_ROLLING_RESTART -> restarts(site);
      case F29_GROUP_LOST -> site.redis(r -> r.xgroupDestroy(site.key(), Site.WORKERS));
    }
  }

  /** The instances stand still so long, so that what is lost is known. */
  private static void torn(Site site) {
    site.pids().forEach(pid -> signal("-STOP", pid));
    site.lose(_ -> {
      List<LogEntry> before = site.log();
      site.redis.kill();
      site.redis.tear(TORN_BYTES);
      site.redis.restart();
      return before;
    });
    site.pids().forEach(pid -> signal("-CONT", pid));
  }

  private static void stopped(long pid, int seconds) {
    signal("-STOP", pid);
    last(Duration.ofSeconds(seconds));
    signal("-CONT", pid);
  }

  /** A file that may not grow is to its writer what a full disk is. */
  private static void limitFiles(long pid, String bytes) {
    run("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes);
  }

  private static void signal(String signal, long pid) {
    run("kill", signal, Long.toString(pid));
  }

  private static void run(String... command) {
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(List.of(command) + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void configured(Site site, String key, String broken, String right) {
    site.redis(redis -> redis.configSet(key, broken));
    last(Duration.ofSeconds(2));
    site.redis(redis -> redis.configSet(key, right));
  }

  private static void broken(Site site, Mode mode, int seconds) {
    site.proxies.forEach(proxy -> proxy.mode(mode));
    last(Duration.ofSeconds(seconds));
    site.proxies.forEach(proxy -> proxy.mode(Mode.PASS));
    site.proxies.forEach(TcpProxy::reset);
  }

  private static void resets(Site site) {
    for (int i = 0; i < 40; i++) {
      site.proxies.forEach(TcpProxy::reset);
      last(Duration.ofMillis(50));
    }
  }

  private static void restarts(Site site) {
    for (int i = 0; i < site.proxies.size(); i++) {
      site.take(i).terminate();
      site.start(i);
    }
  }

  /** The fault lasts so long; nothing is waited for. */
  private static void last(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
