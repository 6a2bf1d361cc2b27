package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.json.TraceJson;
import dev.pairtrail.application.history.Trace;
import java.nio.charset.StandardCharsets;

/** A ticket's story as this API answers it, for those who tell it elsewhere. */
public final class TraceDocument {
  private TraceDocument() {}

  /** The JSON text. */
  public static String of(Trace trace) {
    return new String(Json.bytes(out -> TraceJson.write(out, trace)), StandardCharsets.UTF_8);
  }
}
