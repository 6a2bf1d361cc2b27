package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.faults.audit.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Known bugs, each with the promise that it breaks. */
enum PlantedBug {
  APPEND_WITHOUT_CONDITION(Invariant.I1),
  NEW_EVENT_IDS_AFTER_UNKNOWN(Invariant.I3),
  ACKNOWLEDGED_BEFORE_APPEND(Invariant.I2),
  LOSS_NOT_REPORTED(Invariant.I2),
  MUTE_INSTANCE(Invariant.I2),
  RETURNED_TICKET_FORGOTTEN(Invariant.I4),
  MISSED_ENTRY_NOT_FOLDED(Invariant.I5),
  CANCELLED_TICKET_MATCHED(Invariant.I1),
  MATCH_OUTSIDE_WINDOWS(Invariant.I10),
  UNEQUAL_TOGETHER(Invariant.I10),
  MATCH_OUT_OF_REACH(Invariant.I10),
  NOTHING_IN_COMMON(Invariant.I10),
  OUT_OF_RANGE(Invariant.I10),
  UNEVEN_TEAMS(Invariant.I10),
  TOO_MANY_HEALERS(Invariant.I10),
  POSITIONS_NOT_INCREASING(Invariant.I6),
  ACK_BEFORE_WORK(Invariant.I9),
  GROUP_CREATED_AT_THE_END(Invariant.I9),
  NEVER_ACKED(Invariant.I8),
  LIVE_ENTRY_SKIPPED(Invariant.I7),
  FEEDS_WITHOUT_WATERMARKS(Invariant.I7),
  FEEDS_ADVANCED_BEFORE_WRITTEN(Invariant.I7),
  FEEDS_OF_A_LOST_LOG_KEPT(Invariant.I7);

  private final Invariant breaks;

  PlantedBug(Invariant breaks) {
    this.breaks = breaks;
  }

  Invariant breaks() {
    return breaks;
  }

  Plant plant() {
    return switch (this) {
      case APPEND_WITHOUT_CONDITION -> onLog(BuggyLog.WithoutCondition::new);
      case NEW_EVENT_IDS_AFTER_UNKNOWN -> onLog(BuggyLog.WithNewIds::new);
      case ACKNOWLEDGED_BEFORE_APPEND -> new TellingEarly();
      case LOSS_NOT_REPORTED -> new HidingLosses();
      case MUTE_INSTANCE -> new Mute();
      case RETURNED_TICKET_FORGOTTEN -> onLog(BuggyLog.Forgetful::new);
      case MISSED_ENTRY_NOT_FOLDED -> onLog(log -> new BuggyLog.Without(log, 5));
      case CANCELLED_TICKET_MATCHED -> onLog(log -> new BuggyLog.Hiding(log, PlantedBug::isCancel));
      case MATCH_OUTSIDE_WINDOWS -> without(DistanceRule.class);
      case UNEQUAL_TOGETHER -> without(EqualRule.class);
      case MATCH_OUT_OF_REACH -> without(LatencyRule.class);
      case NOTHING_IN_COMMON -> without(IntersectionRule.class);
      case OUT_OF_RANGE -> without(RangeRule.class);
      case UNEVEN_TEAMS -> without(TeamDifferenceRule.class);
      case TOO_MANY_HEALERS -> without(TeamCountRule.class);
      case POSITIONS_NOT_INCREASING -> new Shuffling();
      case ACK_BEFORE_WORK -> onGroup(BuggyGroup.AckingFirst::new);
      case GROUP_CREATED_AT_THE_END -> onGroup(BuggyGroup.FromTheEnd::new);
      case NEVER_ACKED -> onGroup(BuggyGroup.NeverAcking::new);
      case LIVE_ENTRY_SKIPPED -> new SkippingLive();
      case FEEDS_WITHOUT_WATERMARKS -> onFeeds(BuggyFeeds.WithoutWatermarks::new);
      case FEEDS_ADVANCED_BEFORE_WRITTEN -> onFeeds(BuggyFeeds.AdvancingFirst::new);
      case FEEDS_OF_A_LOST_LOG_KEPT -> onFeeds(BuggyFeeds.Unforgetting::new);
    };
  }

  private static Plant without(Class<? extends Rule> kind) {
    return onLog(log -> new BuggyLog.Lenient(log, List.of(kind)));
  }

  private static boolean isCancel(LogEntry entry) {
    return entry instanceof RecordedEvent recorded && recorded.event() instanceof TicketCancelled;
  }

  /** Wraps the log of each instance. */
  private interface LogBug {
    EventLog in(EventLog log);
  }

  private static Plant onLog(LogBug bug) {
    return new Plant() {
      @Override
      public EventLog log(EventLog log) {
        return bug.in(log);
      }
    };
  }

  /** Wraps the group of each instance. */
  private interface GroupBug {
    ConsumerGroup in(ConsumerGroup group);
  }

  private static Plant onGroup(GroupBug bug) {
    return new Plant() {
      @Override
      public ConsumerGroup group(ConsumerGroup group) {
        return bug.in(group);
      }
    };
  }

  private static Plant onFeeds(UnaryOperator<Feeds> bug) {
    return new Plant() {
      @Override
      public Feeds feeds(Feeds feeds) {
        return bug.apply(feeds);
      }
    };
  }

  private static final class TellingEarly implements Plant {
    @Override
    public boolean tellsEarly() {
      return true;
    }
  }

  private static final class HidingLosses implements Plant {
    @Override
    public boolean hidesLosses() {
      return true;
    }
  }

  private static final class Mute implements Plant {
    @Override
    public boolean isMute() {
      return true;
    }
  }

  private static final class Shuffling implements Plant {
    @Override
    public List<LogEntry> audited(List<LogEntry> log) {
      List<LogEntry> shuffled = new ArrayList<>(log);
      if (shuffled.size() > 2) {
        Collections.swap(shuffled, 1, 2);
      }
      return shuffled;
    }
  }

  private static final class SkippingLive implements Plant {
    @Override
    public Consumer<LogEntry> live(Consumer<LogEntry> listener) {
      return entry -> {
        if (entry.revision() % 20 != 7) {
          listener.accept(entry);
        }
      };
    }
  }
}
