package dev.pairtrail.adapters.redis;

import dev.pairtrail.domain.Tag;

/**
 * The keys of the feeds. The two of one feed hash to one slot of a Cluster.
 *
 * @param prefix before each of them; none but in tests that share a server
 */
record FeedKeys(String prefix) {

  /** How far the logs are derived. */
  String checkpoint() {
    return prefix + "matchmaking:{feeds}:checkpoint";
  }

  /** {@code player:{ID}:events}, the feed of a tag; then {@code player:{ID}:watermarks}. */
  String[] of(Tag tag) {
    int colon = tag.text().indexOf(':') + 1;
    String own = prefix + tag.text().substring(0, colon) + "{" + tag.text().substring(colon) + "}:";
    return new String[] {own + "events", own + "watermarks"};
  }

  /** Whether a key can be that of a feed. */
  static boolean mayBe(String key) {
    return key.startsWith("player:{") || key.startsWith("room:{");
  }
}
