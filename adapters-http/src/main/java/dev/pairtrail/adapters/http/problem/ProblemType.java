package dev.pairtrail.adapters.http.problem;

/** The kinds of problem; clients tell them apart by name, so the names are stable. */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
  UNAUTHORIZED("unauthorized", 401, "A credential is needed"),
  FORBIDDEN("forbidden", 403, "The caller may not do this"),
  NOT_FOUND("not-found", 404, "There is no such thing"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be answered"),
  PLAYER_ALREADY_QUEUED("player-already-queued", 409, "The player already waits or plays"),
  TICKET_ALREADY_MATCHED("ticket-already-matched", 409, "The ticket is matched already"),
  ROOM_NOT_OPEN("room-not-open", 409, "The room is not open"),
  ROOM_NOT_STARTED("room-not-started", 409, "The game of the room is not running"),
  BACKFILL_ALREADY_OPEN("backfill-already-open", 409, "The game already asks for other players"),
  RESULT_ALREADY_RECORDED("result-already-recorded", 409, "Another result is recorded already"),
  PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
  URI_TOO_LONG("uri-too-long", 414, "The URI is too long"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body is of another media type"),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key was used for another body"),
  HEADERS_TOO_LARGE("headers-too-large", 431, "The header fields are too large"),
  INTERNAL_ERROR("internal-error", 500, "The service failed"),
  STORE_UNAVAILABLE("store-unavailable", 503, "The store is unavailable"),
  OVERLOADED("overloaded", 503, "Too much is asked at once"),
  INSTANCE_UNAVAILABLE("instance-unavailable", 503, "The instance is starting or stopping"),
  NOT_READY("not-ready", 503, "The instance is not ready");

  private static final String BASE = "https://pairtrail.dev/problems/";

  private final String uri;
  private final int status;
  private final String title;

  ProblemType(String name, int status, String title) {
    uri = BASE + name;
    this.status = status;
    this.title = title;
  }

  public String uri() {
    return uri;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The type that fits a status best. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> INSTANCE_UNAVAILABLE;
      default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    };
  }
}
