package dev.pairtrail.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a match rests on, among the keys of its event; all is missing where the log has none. */
interface StoredBasis {
  @Nullable Integer rulesVersion();

  @Nullable String decidedAfter();

  @Nullable Double quality();

  @Nullable List<StoredEvent.TicketBasis> tickets();

  /** Missing where no rule said anything, as in logs from before rules did. */
  @Nullable List<StoredEvent.RuleBasis> rules();

  /** By itself, as a snapshot has it. */
  record Keys(
      @Nullable Integer rulesVersion,
      @Nullable String decidedAfter,
      @Nullable Double quality,
      @Nullable List<StoredEvent.TicketBasis> tickets,
      @Nullable List<StoredEvent.RuleBasis> rules)
      implements StoredBasis {
    static final Keys NONE = new Keys(null, null, null, null, null);
  }
}
