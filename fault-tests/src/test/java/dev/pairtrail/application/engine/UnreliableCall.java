package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import java.util.function.Supplier;

/**
 * What one instance asks of a store: others get in between, and it may happen without an answer.
 */
record UnreliableCall(World world) {

  <T> T of(Supplier<T> call) {
    world.interleave();
    boolean fails = world.faults().ofRead();
    if (fails && world.faults().coin()) {
      throw new StoreUnavailableException("it was not sent");
    }
    world.faults().crashSometimes();
    T answer = call.get();
    world.faults().crashSometimes();
    if (fails) {
      throw new StoreUnavailableException("no reply came");
    }
    return answer;
  }
}
