package dev.pairtrail.adapters.redis;

/**
 * What was found out about a server.
 *
 * @param server its host and port
 * @param what a setting or a fact
 * @param advice what to do about it; empty where all is well
 */
public record Finding(String server, String what, String value, Severity severity, String advice) {

  /** How bad it is. */
  public enum Severity {
    /** As it should be. */
    OK,
    /** It works; something can be lost. */
    WARNING,
    /** Unfit for a log. */
    REFUSED
  }

  public boolean isRefused() {
    return severity == Severity.REFUSED;
  }

  /** In one line. */
  public String line() {
    String fact = server + ": " + what + " is " + value;
    return advice.isEmpty() ? fact : fact + "; " + advice;
  }
}
