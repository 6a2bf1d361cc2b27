package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.rules.DurationText;
import java.time.Duration;
import java.util.List;

/** Turns the keys below {@code workers} into settings and notes what is wrong with them. */
record WorkerReader(List<String> problems) {
  private static final Settings.Workers DEFAULTS = Settings.defaults().workers();

  Settings.Workers read(FileShape.Workers workers) {
    if (workers.maxDeliveries() < 1) {
      problems.add("workers.max_deliveries: takes 1 or more, not " + workers.maxDeliveries());
    }
    return new Settings.Workers(
        duration("claim_idle", workers.claimIdle(), DEFAULTS.claimIdle()),
        DEFAULTS.claimEvery(),
        workers.maxDeliveries(),
        duration("consumer_idle", workers.consumerIdle(), DEFAULTS.consumerIdle()));
  }

  private Duration duration(String key, String text, Duration instead) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add("workers." + key + ": " + e.getMessage());
      return instead;
    }
  }
}
