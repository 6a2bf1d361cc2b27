package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.EntryJson;
import dev.pairtrail.adapters.http.json.EventType;
import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.request.FeedQuery;
import dev.pairtrail.application.EventStream;
import dev.pairtrail.application.FeedEvent;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A feed as server-sent events: what is in the log, then what comes, until the client goes or the
 * instance stops. A client that went shows when something is written, be it the heartbeat.
 */
record SseFeed(FeedQuery query, EntryJson json, Duration heartbeat) implements StreamedFeed {
  static final String MEDIA_TYPE = "text/event-stream";

  private static final String RETRY = "retry: 2000\n\n";
  private static final String HEARTBEAT = ": heartbeat\n\n";

  @Override
  public void send(EventStream stream, Context ctx) throws IOException, InterruptedException {
    List<FeedEvent> events = stream.next(Duration.ZERO);
    ctx.contentType(MEDIA_TYPE);
    ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    if (StreamedFeed.wantsBody(ctx)) {
      Pulse pulse = new Pulse(heartbeat);
      write(RETRY, ctx);
      write(events, ctx);
      while (!stream.hasEnded()) {
        follow(stream.next(pulse.left()), pulse, ctx);
      }
    }
  }

  private void follow(List<FeedEvent> events, Pulse pulse, Context ctx) throws IOException {
    if (write(events, ctx)) {
      pulse.reset();
    } else if (pulse.isDue()) {
      write(HEARTBEAT, ctx);
      pulse.reset();
    }
  }

  private boolean write(List<FeedEvent> events, Context ctx) throws IOException {
    boolean written = false;
    for (FeedEvent event : events) {
      if (query.wants(event.entry())) {
        write(event, ctx.res().getOutputStream());
        written = true;
      }
    }
    if (written) {
      ctx.res().flushBuffer();
    }
    return written;
  }

  /** The id is where to read on, which is not the position alone where there are several queues. */
  private void write(FeedEvent event, OutputStream out) throws IOException {
    out.write(ascii("id: " + event.cursor() + "\nevent: " + EventType.of(event.entry()).text()));
    out.write(ascii("\ndata: "));
    out.write(Json.bytes(to -> json.write(to, event)));
    out.write(ascii("\n\n"));
  }

  private static void write(String text, Context ctx) throws IOException {
    ctx.res().getOutputStream().write(ascii(text));
    ctx.res().flushBuffer();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
