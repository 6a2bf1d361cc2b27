package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.portcontracts.ArchiveContract;

/** The archive in memory does what every archive must. */
final class MemoryArchiveTest extends ArchiveContract {
  private final MemoryArchive archive = new MemoryArchive();

  @Override
  protected Archive open() {
    return archive;
  }

  @Override
  protected Archive openAgain() {
    return archive;
  }

  @Override
  protected void damage(Segment segment) {
    archive.damage(true);
  }
}
