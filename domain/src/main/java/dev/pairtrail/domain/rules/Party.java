package dev.pairtrail.domain.rules;

/** How the numbers of a party become one. */
public enum Party {
  AVG,
  MIN,
  MAX
}
