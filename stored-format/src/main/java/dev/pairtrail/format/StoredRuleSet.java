package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule set as stored: the keys and forms of a configuration file. */
record StoredRuleSet(
    @JsonProperty(required = true) Map<String, Attribute> attributes,
    @JsonProperty(required = true) List<String> partition,
    @JsonProperty(required = true) List<Team> teams,
    @JsonProperty(required = true) List<StoredRule> rules,
    @Nullable Acceptance acceptance,
    @Nullable Ratings ratings,
    @Nullable String ticketTimeout,
    @JsonProperty(required = true) String joinTimeout,
    @JsonProperty(required = true) String start) {

  record Attribute(
      @JsonProperty(required = true) String type,
      @Nullable @JsonProperty("default") Object defaultValue) {}

  record Team(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Integer minPlayers,
      @JsonProperty(required = true) Integer maxPlayers,
      @Nullable List<TeamStep> expand) {}

  record TeamStep(
      @JsonProperty(required = true) String after,
      @JsonProperty(required = true) Integer minPlayers) {}

  record Acceptance(@JsonProperty(required = true) String timeout) {}

  record Ratings(
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) Number mean,
      @JsonProperty(required = true) Number deviation) {}
}
