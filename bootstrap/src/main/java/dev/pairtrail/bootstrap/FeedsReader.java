package dev.pairtrail.bootstrap;

import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.rules.DurationText;
import java.util.List;

/** Turns the keys below {@code feeds} into settings and notes what is wrong with them. */
record FeedsReader(List<String> problems) {
  private static final Settings.Feeds DEFAULTS = Settings.defaults().feeds();

  Settings.Feeds read(FileShape.Feeds feeds) {
    try {
      return DEFAULTS.with(feeds.enabled(), DurationText.parse(feeds.ttl()));
    } catch (IllegalArgumentException e) {
      problems.add("feeds.ttl: " + e.getMessage());
      return DEFAULTS;
    }
  }
}
