package dev.pairtrail.faults.audit;

import static dev.pairtrail.faults.audit.Invariant.I10;
import static dev.pairtrail.faults.audit.Invariant.I2;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which rule set was in force when, and whether decisions kept to it. */
final class RulesOverTime {
  private final Map<Integer, RuleSet> versions = new HashMap<>();
  private final NavigableMap<Position, Integer> inForce = new TreeMap<>();
  private int version;

  Optional<Violation> activated(RuleSetActivated event, LogEntry entry) {
    boolean next = event.version() == version + 1;
    version = event.version();
    versions.put(version, event.rules());
    inForce.put(entry.position(), version);
    return next ? Optional.empty() : violation(I2, "the version does not follow", entry);
  }

  /** Those in force at the end of the log. */
  RuleSet current() {
    return versions.getOrDefault(version, RuleSet.oneOnOne());
  }

  Optional<Violation> expired(Waiter ticket, LogEntry entry) {
    boolean inTime =
        versions.values().stream()
            .flatMap(rules -> rules.ticketTimeout().stream())
            .anyMatch(t -> !ticket.since.plus(t).isAfter(entry.position().time().plusSeconds(11)));
    return inTime ? Optional.empty() : violation(I10, ticket.id + " may wait longer", entry);
  }

  /**
   * Judges a match or a proposal of one.
   *
   * @param asked whether players are asked first
   */
  List<Violation> matched(Made made, List<Waiter> members, boolean asked, LogEntry entry) {
    List<Violation> found = decided(made, entry);
    RuleSet rules = rulesOf(made);
    if (rules.acceptance().isPresent() != asked) {
      violation(I10, "players are asked where the rules say so, and only there", entry)
          .ifPresent(found::add);
    }
    new FairPlay(rules, made, members)
        .faults()
        .forEach(fault -> violation(I10, fault, entry).ifPresent(found::add));
    return found;
  }

  /** Judges who came into a game. */
  List<Violation> filled(
      Made made, List<Waiter> members, Map<String, List<Waiter>> present, LogEntry entry) {
    List<Violation> found = decided(made, entry);
    new FairPlay(rulesOf(made), made, members)
        .faultsIn(present)
        .forEach(fault -> violation(I10, fault, entry).ifPresent(found::add));
    return found;
  }

  private RuleSet rulesOf(Made made) {
    return made.basis()
        .flatMap(basis -> Optional.ofNullable(versions.get(basis.rulesVersion())))
        .orElseGet(this::current);
  }

  private List<Violation> decided(Made made, LogEntry entry) {
    List<Violation> found = new ArrayList<>();
    if (made.basis().isEmpty()) {
      found.add(Violation.of(I10, "the match does not say what it rests on", entry));
      return found;
    }
    MatchBasis basis = made.basis().get();
    var then = inForce.floorEntry(basis.decidedAfter());
    if (then == null || then.getValue() != basis.rulesVersion()) {
      violation(I10, "version " + basis.rulesVersion() + " was not in force", entry)
          .ifPresent(found::add);
    }
    if (!entry.position().isAfter(basis.decidedAfter())) {
      violation(I10, "it was decided after itself", entry).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Violation> violation(Invariant broken, String what, LogEntry entry) {
    return Optional.of(Violation.of(broken, what, entry));
  }
}
