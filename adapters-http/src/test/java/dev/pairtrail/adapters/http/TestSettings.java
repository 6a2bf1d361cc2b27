package dev.pairtrail.adapters.http;

import java.time.Duration;

/** Settings of a server, other than the usual ones in what a test is about. */
final class TestSettings {
  private static final HttpSettings USUAL = HttpSettings.on("127.0.0.1", 0);

  private TestSettings() {}

  static HttpSettings usual() {
    return USUAL;
  }

  static HttpSettings lines(int maxBytes, int maxBatchBytes, int maxLines, int window) {
    return new HttpSettings(
        USUAL.host(),
        USUAL.port(),
        maxBytes,
        maxBatchBytes,
        maxLines,
        window,
        USUAL.answerWithin(),
        USUAL.maxWait(),
        USUAL.heartbeat(),
        USUAL.idleTimeout(),
        USUAL.stopWithin());
  }

  static HttpSettings answerWithin(Duration limit) {
    return times(limit, USUAL.heartbeat(), USUAL.idleTimeout());
  }

  static HttpSettings heartbeat(Duration interval) {
    return times(USUAL.answerWithin(), interval, USUAL.idleTimeout());
  }

  static HttpSettings idleTimeout(Duration limit) {
    return times(USUAL.answerWithin(), USUAL.heartbeat(), limit);
  }

  private static HttpSettings times(Duration answer, Duration heartbeat, Duration idle) {
    return new HttpSettings(
        USUAL.host(),
        USUAL.port(),
        USUAL.maxBodyBytes(),
        USUAL.maxBatchBytes(),
        USUAL.maxBatchLines(),
        USUAL.batchWindow(),
        answer,
        USUAL.maxWait(),
        heartbeat,
        idle,
        USUAL.stopWithin());
  }
}
