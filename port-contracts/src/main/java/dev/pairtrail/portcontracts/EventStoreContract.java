package dev.pairtrail.portcontracts;

import org.junit.jupiter.api.Nested;

/**
 * Every suite there is. The tests of a store extend this one and supply the store:
 *
 * {@snippet :
 * final class MyStoreTest extends EventStoreContract {
 *   @Override
 *   protected StoreUnderTest open() {
 *     return new MyStoreUnderTest();
 *   }
 * }
 * }
 */
public abstract class EventStoreContract {
  protected EventStoreContract() {}

  /** A store without any log, for one test. */
  protected abstract StoreUnderTest open();

  @Nested
  final class Appending extends EventLogContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class RoundTrip extends RoundTripContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Conditions extends AppendConditionContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Divergence extends DivergenceContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Beginnings extends BeginningContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class ForeignEntries extends ForeignEntryContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Tails extends TailContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Groups extends ConsumerGroupContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Claims extends ClaimContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class DeadLetters extends DeadLetterContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Snapshotting extends SnapshotContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Checkpointing extends CheckpointContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Restoring extends RestoreContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Trimming extends TrimContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class Deriving extends FeedsContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }

  @Nested
  final class NotingFeeds extends FeedsCheckpointContract {
    @Override
    protected StoreUnderTest open() {
      return EventStoreContract.this.open();
    }
  }
}
