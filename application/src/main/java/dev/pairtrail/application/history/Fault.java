package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;

/** What is wrong with a log, and where it shows. */
public record Fault(Position position, String text) {}
