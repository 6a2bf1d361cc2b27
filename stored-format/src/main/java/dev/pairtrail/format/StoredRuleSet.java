package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule set as stored: the keys and forms of a configuration file. */
record StoredRuleSet(
    @JsonProperty(required = true) Map<String, Attribute> attributes,
    @JsonProperty(required = true) List<String> partition,
    @JsonProperty(required = true) List<Team> teams,
    @JsonProperty(required = true) List<Rule> rules,
    @Nullable String ticketTimeout,
    @JsonProperty(required = true) String joinTimeout,
    @JsonProperty(required = true) String start) {

  record Attribute(
      @JsonProperty(required = true) String type,
      @Nullable @JsonProperty("default") Object defaultValue) {}

  record Team(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Integer minPlayers,
      @JsonProperty(required = true) Integer maxPlayers) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes(@JsonSubTypes.Type(name = "distance", value = Distance.class))
  sealed interface Rule {}

  record Distance(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) Number max,
      @JsonProperty(required = true) String party,
      @JsonProperty(required = true) List<Step> expand,
      @JsonProperty(required = true) String missing)
      implements Rule {}

  record Step(
      @JsonProperty(required = true) String after, @JsonProperty(required = true) Number max) {}
}
