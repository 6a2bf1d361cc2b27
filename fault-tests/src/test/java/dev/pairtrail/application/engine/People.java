package dev.pairtrail.application.engine;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The players of a run, and what their results make of them. */
final class People {
  private static final int PLAYERS = 12;

  private People() {}

  /** Mostly near the others, in every way. */
  static Player any(Random random) {
    String id = "p-" + random.nextInt(PLAYERS);
    Player player = player(id, 1_000 + 50 * random.nextInt(16), random.nextInt(4) == 0 ? "b" : "a");
    Map<String, Attribute> attributes = new HashMap<>(player.attributes());
    if (random.nextInt(3) == 0) {
      attributes.put("role", new Attribute.Text(random.nextBoolean() ? "healer" : "tank"));
    }
    if (random.nextBoolean()) {
      String map = List.of("dust", "dust", "mill").get(random.nextInt(3));
      List<String> maps = random.nextInt(4) == 0 ? List.of("dust", "mill") : List.of(map);
      attributes.put("maps", new Attribute.TextList(maps));
    }
    Map<String, Integer> latency =
        random.nextBoolean()
            ? Map.of("eu", 20 + random.nextInt(60), "us", 40 + random.nextInt(130))
            : Map.of();
    return new Player(player.id(), attributes, latency);
  }

  static Player player(String id, double rating, String mode) {
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("rating", new Attribute.Numeric(rating));
    attributes.put("mode", new Attribute.Text(mode));
    return new Player(new PlayerId(id), attributes, Map.of());
  }

  static List<Place> places(List<Integer> places) {
    return List.of(new Place("red", places.get(0)), new Place("blue", places.get(1)));
  }

  /** The first gain what the others lose. */
  static List<List<Rating>> rated(RatingSpec spec, List<List<Rating>> teams, List<Integer> places) {
    List<List<Rating>> after = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      int gain = places.get(i) == 1 ? 25 : -25;
      after.add(
          teams.get(i).stream().map(r -> new Rating(r.mean() + gain, r.deviation())).toList());
    }
    return after;
  }
}
