package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The nearest tickets that a seed may meet, read as far as somebody asks, so many at most. */
final class Roster {
  /** How many of those it may meet a seed looks at. */
  static final int LIMIT = 512;

  private final List<Waiting> read = new ArrayList<>();
  private final Iterator<Waiting> rest;
  private final Predicate<Waiting> mayMeet;

  Roster(Iterator<Waiting> nearest, Predicate<Waiting> mayMeet) {
    rest = nearest;
    this.mayMeet = mayMeet;
  }

  /** The next nearest one of this number, from 0 on; null if there is none. */
  @Nullable Waiting get(int number) {
    while (read.size() <= number && read.size() < LIMIT && rest.hasNext()) {
      Waiting next = rest.next();
      if (mayMeet.test(next)) {
        read.add(next);
      }
    }
    return number < read.size() ? read.get(number) : null;
  }
}
