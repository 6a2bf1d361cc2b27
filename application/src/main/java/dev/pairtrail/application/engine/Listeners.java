package dev.pairtrail.application.engine;

import dev.pairtrail.domain.event.LogEntry;

/** Those of an instance who want to know each entry as it is folded. */
record Listeners(LiveEntries live, UnreadableEntries unreadable, RateMeter meter)
    implements EntryListener {
  @Override
  public void folded(LogEntry entry) {
    live.publish(entry);
    unreadable.note(entry);
    meter.count(entry);
  }

  @Override
  public void skipped() {
    live.skip();
    unreadable.skip();
  }
}
