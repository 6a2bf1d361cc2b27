package dev.pairtrail.adapters.http.request;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import java.util.Map;

/**
 * Finds what the domain refuses in a player by offering it one entry at a time, so that the limits
 * stand in the domain alone and yet each fault has its pointer.
 */
final class PlayerFaults {
  private final JsonBody body;
  private final PlayerId id;
  private boolean found;

  PlayerFaults(JsonBody body, PlayerId id) {
    this.body = body;
    this.id = id;
  }

  /**
   * Notes the faults.
   *
   * @param whole what the domain says of the player as a whole
   */
  void note(Map<String, Attribute> attributes, Map<String, Integer> latency, String whole) {
    attributes.forEach((name, value) ->
        offer("attributes", name, () -> new Player(id, Map.of(name, value), Map.of())));
    latency.forEach((region, millis) ->
        offer("latency_ms", region, () -> new Player(id, Map.of(), Map.of(region, millis))));
    if (!found) {
      body.fault(whole);
    }
  }

  private void offer(String map, String name, Runnable making) {
    try {
      making.run();
    } catch (IllegalArgumentException e) {
      found = true;
      body.faultAt(map, name, String.valueOf(e.getMessage()));
    }
  }
}
