package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.EntryJson;
import dev.pairtrail.adapters.http.json.EventType;
import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.request.FeedQuery;
import dev.pairtrail.application.EventStream;
import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.domain.event.LogEntry;
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
    List<FeedEntry> entries = stream.next(Duration.ZERO);
    ctx.contentType(MEDIA_TYPE);
    ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    if (StreamedFeed.wantsBody(ctx)) {
      Pulse pulse = new Pulse(heartbeat);
      write(RETRY, ctx);
      write(entries, ctx);
      while (!stream.hasEnded()) {
        follow(stream.next(pulse.left()), pulse, ctx);
      }
    }
  }

  private void follow(List<FeedEntry> entries, Pulse pulse, Context ctx) throws IOException {
    if (write(entries, ctx)) {
      pulse.reset();
    } else if (pulse.isDue()) {
      write(HEARTBEAT, ctx);
      pulse.reset();
    }
  }

  private boolean write(List<FeedEntry> entries, Context ctx) throws IOException {
    boolean written = false;
    for (FeedEntry entry : entries) {
      if (query.wants(entry.entry())) {
        write(entry, ctx.res().getOutputStream());
        written = true;
      }
    }
    if (written) {
      ctx.res().flushBuffer();
    }
    return written;
  }

  private void write(FeedEntry entry, OutputStream out) throws IOException {
    LogEntry logged = entry.entry();
    out.write(ascii("id: " + logged.position() + "\nevent: " + EventType.of(logged).text()));
    out.write(ascii("\ndata: "));
    out.write(Json.bytes(to -> json.write(to, entry)));
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
