package dev.pairtrail.format;

import java.util.Locale;

/** The stored names of constants: in lower case. */
final class SnapshotNames {
  private SnapshotNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
