package dev.pairtrail.domain.rules;

/**
 * Something wrong in what was given.
 *
 * @param path names the place, such as {@code rules[0].attribute}
 * @param detail says what is wrong and what the place takes
 */
public record Violation(String path, String detail) {}
