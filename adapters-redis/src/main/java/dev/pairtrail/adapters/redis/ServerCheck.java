package dev.pairtrail.adapters.redis;

import dev.pairtrail.adapters.redis.Finding.Severity;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does not fit a source of truth, and what does. */
record ServerCheck(Topology topology, InstantSource clock) {
  private static final int FIRST_VERSION = 7;
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(1);

  /** Looks at every master. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    topology.refresh();
    for (RedisURI node : topology.masters()) {
      OpenConnection open = topology.pin(node);
      try {
        findings.addAll(findings(open, node));
      } finally {
        open.discard();
      }
    }
    return List.copyOf(findings);
  }

  private List<Finding> findings(OpenConnection open, RedisURI node) {
    ServerFacts facts = ServerFacts.of(open.commands());
    Report report = new Report(address(facts, node), new ArrayList<>());
    version(facts, report);
    evictionPolicy(facts, report);
    appendOnlyFile(facts, report);
    fsync(facts, report);
    minReplicas(facts, report);
    clock(facts, report);
    if (topology instanceof ClusterTopology) {
      slots(facts, report);
    }
    return report.findings();
  }

  /** Behind Sentinel the URI names no server; its port is told by the server. */
  private static String address(ServerFacts facts, RedisURI node) {
    return node.getSentinels().isEmpty()
        ? node.getHost() + ":" + node.getPort()
        : "master " + node.getSentinelMasterId() + ":" + facts.info("tcp_port").orElse("?");
  }

  private static void version(ServerFacts facts, Report report) {
    String version = facts.info("redis_version").orElse("0");
    boolean fits = Integer.parseInt(version.split("\\.", 2)[0]) >= FIRST_VERSION;
    report.refuseUnless(fits, "version", version, "use Redis 7.0 or newer, or a Valkey");
  }

  private static void evictionPolicy(ServerFacts facts, Report report) {
    Optional<String> policy =
        facts.info("maxmemory_policy").or(() -> facts.config("maxmemory-policy"));
    if (policy.isPresent()) {
      report.refuseUnless(
          policy.get().equals("noeviction"),
          "maxmemory-policy",
          policy.get(),
          "set it to noeviction: any other deletes whole logs without an error");
    } else {
      report.unknown("maxmemory-policy", "make sure that it is noeviction");
    }
  }

  private static void appendOnlyFile(ServerFacts facts, Report report) {
    boolean on = facts.info("aof_enabled").orElse("0").equals("1");
    report.warnUnless(
        on,
        "appendonly",
        on ? "yes" : "no",
        "set it to yes: a restart loses what came since the" + " last snapshot");
  }

  private static void fsync(ServerFacts facts, Report report) {
    Optional<String> fsync = facts.config("appendfsync");
    if (fsync.isPresent()) {
      report.warnUnless(
          !fsync.get().equals("no"),
          "appendfsync",
          fsync.get(),
          "set it to everysec or always: a power cut loses what was not yet on the disk");
    } else {
      report.unknown("appendfsync", "make sure that it is everysec or always");
    }
  }

  /** INFO tells the replicas that count only where the setting is in force. */
  private void minReplicas(ServerFacts facts, Report report) {
    int replicas = Integer.parseInt(facts.info("connected_slaves").orElse("0"));
    boolean fromInfo = facts.info("min_slaves_good_slaves").isPresent();
    String value =
        facts.config("min-replicas-to-write").orElse(fromInfo ? "set" : "0 or not in force");
    boolean failsOver = replicas > 0 || isWatched();
    report.warnUnless(
        fromInfo || !failsOver,
        "min-replicas-to-write",
        value,
        "set it to 1 with min-replicas-max-lag 10: a master that is cut off acknowledges what a"
            + " failover loses");
  }

  private boolean isWatched() {
    return switch (topology) {
      case ClusterTopology _ -> true;
      case MasterTopology master ->
          master.masters().stream().anyMatch(uri -> !uri.getSentinels().isEmpty());
    };
  }

  private void clock(ServerFacts facts, Report report) {
    Duration ahead = facts.clockAhead(clock);
    report.warnUnless(
        ahead.abs().compareTo(CLOCKS_MAY_DIFFER) <= 0,
        "clock difference",
        ahead.toMillis() + " ms",
        "synchronize the clocks of this machine and of the server");
  }

  private static void slots(ServerFacts facts, Report report) {
    String assigned = facts.cluster().getOrDefault("cluster_slots_assigned", "0");
    report.refuseUnless(
        Integer.parseInt(assigned) == SlotHash.SLOT_COUNT,
        "slots covered",
        assigned + " of " + SlotHash.SLOT_COUNT,
        "assign every slot: redis-cli --cluster fix");
  }

  /** The findings of one server. */
  private record Report(String server, List<Finding> findings) {
    void refuseUnless(boolean fits, String what, String value, String advice) {
      add(fits ? Severity.OK : Severity.REFUSED, what, value, advice);
    }

    void warnUnless(boolean fits, String what, String value, String advice) {
      add(fits ? Severity.OK : Severity.WARNING, what, value, advice);
    }

    void unknown(String what, String advice) {
      add(Severity.WARNING, what, "unknown", advice);
    }

    private void add(Severity severity, String what, String value, String advice) {
      String todo = severity == Severity.OK ? "" : advice;
      findings.add(new Finding(server, what, value, severity, todo));
    }
  }
}
