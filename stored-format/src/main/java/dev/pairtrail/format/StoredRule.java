package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as stored. A missing end of a span is open. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "equal", value = StoredRule.Equal.class),
  @JsonSubTypes.Type(name = "distance", value = StoredRule.Distance.class),
  @JsonSubTypes.Type(name = "range", value = StoredRule.Range.class),
  @JsonSubTypes.Type(name = "intersection", value = StoredRule.Intersection.class),
  @JsonSubTypes.Type(name = "latency", value = StoredRule.Latency.class),
  @JsonSubTypes.Type(name = "team_difference", value = StoredRule.TeamDifference.class),
  @JsonSubTypes.Type(name = "team_size_difference", value = StoredRule.TeamSizeDifference.class),
  @JsonSubTypes.Type(name = "team_count", value = StoredRule.TeamCount.class)
})
sealed interface StoredRule {

  record Equal(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record Distance(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) Number max,
      @JsonProperty(required = true) String party,
      @JsonProperty(required = true) List<Step> expand,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record Range(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @Nullable Number min,
      @Nullable Number max,
      @JsonProperty(required = true) String party,
      @JsonProperty(required = true) List<SpanStep> expand,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record Intersection(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) Integer min,
      @JsonProperty(required = true) List<CommonStep> expand,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record Latency(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Integer maxMs,
      @JsonProperty(required = true) List<LatencyStep> expand,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record TeamDifference(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) Number max,
      @JsonProperty(required = true) List<Step> expand,
      @Nullable String optionalAfter,
      @JsonProperty(required = true) String missing)
      implements StoredRule {}

  record TeamSizeDifference(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Integer max,
      @JsonProperty(required = true) List<Step> expand,
      @Nullable String optionalAfter)
      implements StoredRule {}

  record TeamCount(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String attribute,
      @JsonProperty(required = true) String value,
      @Nullable Number min,
      @Nullable Number max,
      @JsonProperty(required = true) List<SpanStep> expand,
      @Nullable String optionalAfter)
      implements StoredRule {}

  record Step(
      @JsonProperty(required = true) String after, @JsonProperty(required = true) Number max) {}

  record SpanStep(
      @JsonProperty(required = true) String after, @Nullable Number min, @Nullable Number max) {}

  record CommonStep(
      @JsonProperty(required = true) String after, @JsonProperty(required = true) Integer min) {}

  record LatencyStep(
      @JsonProperty(required = true) String after, @JsonProperty(required = true) Integer maxMs) {}
}
