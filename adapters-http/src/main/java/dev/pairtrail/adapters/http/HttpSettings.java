package dev.pairtrail.adapters.http;

import java.time.Duration;

/**
 * Where the server listens, and its limits.
 *
 * @param port 0 for any that is free
 * @param maxBodyBytes most bytes of a body, and of a line of a batch
 * @param maxBatchBytes most bytes of a batch
 * @param maxBatchLines most lines of a batch
 * @param batchWindow most commands of one batch that are under way at once
 * @param answerWithin how long a client waits for a command at most
 * @param maxWait how long an answer is held at most for a client that prefers to wait
 * @param heartbeat how long a stream of live events is silent at most
 * @param idleTimeout how long a connection may be still, without a request or within one
 * @param stopWithin how long a stop waits for answers that are under way
 */
public record HttpSettings(
    String host,
    int port,
    int maxBodyBytes,
    int maxBatchBytes,
    int maxBatchLines,
    int batchWindow,
    Duration answerWithin,
    Duration maxWait,
    Duration heartbeat,
    Duration idleTimeout,
    Duration stopWithin) {

  /** The limits that hold unless told otherwise. */
  public static HttpSettings on(String host, int port) {
    return new HttpSettings(
        host,
        port,
        64 * 1024,
        8 * 1024 * 1024,
        10_000,
        256,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(15));
  }
}
