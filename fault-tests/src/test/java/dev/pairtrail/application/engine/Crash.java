package dev.pairtrail.application.engine;

/** The end of an instance in the middle of a call; no code of the program may catch it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("crashed", null, false, false);
  }
}
