package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.EntryJson;
import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.request.FeedQuery;
import dev.pairtrail.application.EventStream;
import dev.pairtrail.application.FeedEvent;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A feed up to the end of the log, one event on each line. */
record NdjsonFeed(FeedQuery query, EntryJson json) implements StreamedFeed {
  static final String MEDIA_TYPE = "application/x-ndjson";

  @Override
  public void send(EventStream stream, Context ctx) throws IOException {
    List<FeedEvent> events = stream.read();
    ctx.contentType(MEDIA_TYPE);
    while (!events.isEmpty() && StreamedFeed.wantsBody(ctx)) {
      write(events, ctx.res().getOutputStream());
      ctx.res().flushBuffer();
      events = stream.read();
    }
  }

  private void write(List<FeedEvent> events, OutputStream out) throws IOException {
    for (FeedEvent event : events) {
      if (query.wants(event.entry())) {
        out.write(Json.bytes(to -> json.write(to, event)));
        out.write('\n');
      }
    }
  }
}
