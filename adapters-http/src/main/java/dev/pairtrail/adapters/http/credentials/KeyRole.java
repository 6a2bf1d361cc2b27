package dev.pairtrail.adapters.http.credentials;

import java.util.Arrays;
import java.util.Locale;

/** What the holder of a key is. */
public enum KeyRole {
  /** A game's server: it acts for any player, on any ticket and room. */
  SERVER,
  /** Who runs the service: they may do all. */
  OPERATOR;

  /**
   * The role of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static KeyRole named(String text) {
    return Arrays.stream(values())
        .filter(role -> role.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("takes server, operator, not " + text));
  }

  /** As it is written in files and on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
