package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.adapters.http.problem.RefusedException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/** Takes the bodies of requests: of one media type, up to a limit. */
public final class Bodies {
  private final String mediaType;
  private final int maxBytes;

  public Bodies(String mediaType, int maxBytes) {
    this.mediaType = mediaType;
    this.maxBytes = maxBytes;
  }

  /**
   * The whole body.
   *
   * @throws RefusedException if it is of another media type, compressed, or too large
   */
  public byte[] read(Context ctx) throws IOException {
    requireMediaType(ctx);
    return content(ctx);
  }

  /**
   * The whole body, if there is one.
   *
   * @throws RefusedException as {@link #read}
   */
  public Optional<byte[]> readIfAny(Context ctx) throws IOException {
    byte[] body = content(ctx);
    if (body.length == 0) {
      return Optional.empty();
    }
    requireMediaType(ctx);
    return Optional.of(body);
  }

  private byte[] content(Context ctx) throws IOException {
    long length = ctx.req().getContentLengthLong();
    if (length > maxBytes) {
      throw tooLarge();
    }
    try (InputStream in = ctx.req().getInputStream()) {
      return length < 0 ? unknownLength(in) : in.readNBytes((int) length);
    }
  }

  private byte[] unknownLength(InputStream in) throws IOException {
    byte[] body = in.readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw tooLarge();
    }
    return body;
  }

  private void requireMediaType(Context ctx) {
    String given = Objects.requireNonNullElse(ctx.req().getContentType(), "");
    int parameters = given.indexOf(';');
    String type = parameters < 0 ? given : given.substring(0, parameters);
    if (!type.strip().equalsIgnoreCase(mediaType)) {
      throw unsupported("The Content-Type must be " + mediaType + ".");
    }
    String coding = ctx.header("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw unsupported("The body must come as it is, without a Content-Encoding.");
    }
  }

  private static RefusedException unsupported(String detail) {
    return new RefusedException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
  }

  private RefusedException tooLarge() {
    return new RefusedException(tooLarge(maxBytes));
  }

  /** A body, or a line of one, has more bytes than it may. */
  public static Problem tooLarge(int maxBytes) {
    return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "It may have at most " + maxBytes + " bytes.");
  }
}
