package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.rules.RatingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Players whose rating is filled in from their last game, where they leave it out. */
final class RatedPlayers {
  private RatedPlayers() {}

  static List<Player> of(QueueState state, List<Player> players) {
    return state
        .rules()
        .rules()
        .ratings()
        .map(spec -> players.stream().map(player -> rated(state, spec, player)).toList())
        .orElse(players);
  }

  private static Player rated(QueueState state, RatingSpec spec, Player player) {
    if (player.attributes().containsKey(spec.attribute())
        || player.attributes().size() >= Player.MAX_ATTRIBUTES) {
      return player;
    }
    return state
        .rating(player.id())
        .map(rating -> {
          Map<String, Attribute> attributes = new LinkedHashMap<>(player.attributes());
          attributes.put(spec.attribute(), new Attribute.Numeric(rating.mean()));
          return new Player(player.id(), attributes, player.latencyMs());
        })
        .orElse(player);
  }

  /** Whether these asked for that ticket, what was filled in aside. */
  static boolean areAsked(QueueState state, List<Player> asked, List<Player> enqueued) {
    if (asked.equals(enqueued)) {
      return true;
    }
    var spec = state.rules().rules().ratings();
    if (spec.isEmpty() || asked.size() != enqueued.size()) {
      return false;
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!isAsked(spec.get().attribute(), asked.get(i), enqueued.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsked(String attribute, Player asked, Player enqueued) {
    if (asked.attributes().containsKey(attribute)) {
      return asked.equals(enqueued);
    }
    Map<String, Attribute> rest = new LinkedHashMap<>(enqueued.attributes());
    rest.remove(attribute);
    return asked.equals(new Player(enqueued.id(), rest, enqueued.latencyMs()));
  }
}
