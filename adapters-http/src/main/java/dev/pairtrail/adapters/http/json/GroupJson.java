package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.domain.Position;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** How consumer groups stand. What a store cannot tell, or what there is none of, is null. */
public final class GroupJson {
  private GroupJson() {}

  public static void all(JsonGenerator out, List<GroupStatus> groups) {
    out.writeStartObject();
    Json.array(out, "groups", groups, GroupJson::write);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, GroupStatus group) {
    out.writeStartObject();
    out.writeStringProperty("group", group.group());
    out.writeNumberProperty("length", group.length());
    lag(out, group);
    out.writeNumberProperty("pending", group.pending());
    out.writeStringProperty(
        "oldest_pending", group.oldestPending().map(Position::toString).orElse(null));
    out.writeStringProperty("last_delivered", group.lastDelivered().toString());
    out.writeNumberProperty("dead_letters", group.deadLetters());
    Json.array(out, "consumers", group.consumers(), GroupJson::consumer);
    out.writeEndObject();
  }

  private static void lag(JsonGenerator out, GroupStatus group) {
    if (group.lag().isPresent()) {
      out.writeNumberProperty("lag", group.lag().getAsLong());
    } else {
      out.writeNullProperty("lag");
    }
  }

  private static void consumer(JsonGenerator out, GroupStatus.ConsumerStatus consumer) {
    out.writeStartObject();
    out.writeStringProperty("name", consumer.name());
    out.writeNumberProperty("pending", consumer.pending());
    out.writeNumberProperty("idle_ms", consumer.idle().toMillis());
    out.writeEndObject();
  }
}
