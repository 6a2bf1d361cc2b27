package dev.pairtrail.domain;

/**
 * What an event touches, such as {@code ticket:0197…}. Append conditions are asked and feeds are
 * cut by tags.
 *
 * @param text {@code kind:value} without white space
 */
public record Tag(String text) {
  private static final String REQUEST = "request:";
  private static final String PLAYER = "player:";
  private static final String ROOM = "room:";
  private static final int LONGEST_ID = 128;

  /**
   * @throws IllegalArgumentException if the text is empty or has white space
   */
  public Tag {
    if (text.isEmpty() || hasWhiteSpace(text)) {
      throw new IllegalArgumentException("a tag is kind:value without white space: " + text);
    }
  }

  /** A loop, as tags are made by the million when a log is folded. */
  private static boolean hasWhiteSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c <= ' ' || c > '~') && Character.isWhitespace(c)) {
        return true;
      }
    }
    return false;
  }

  public static Tag ticket(TicketId id) {
    return new Tag("ticket:" + id.value());
  }

  public static Tag player(PlayerId id) {
    return new Tag(PLAYER + id.value());
  }

  public static Tag room(RoomId id) {
    return new Tag(ROOM + id.value());
  }

  /** Touched by what concerns the queue as a whole, such as its rule set. */
  public static Tag queue(QueueName name) {
    return new Tag("queue:" + name.value());
  }

  /** Touched by the seals of a queue's log alone. */
  public static Tag seal(QueueName name) {
    return new Tag("seal:" + name.value());
  }

  /** Percent and space, which a key may have and a tag may not, are written {@code %25 %20}. */
  public static Tag request(RequestKey key) {
    return new Tag(REQUEST + key.value().replace("%", "%25").replace(" ", "%20"));
  }

  /** Whether it names a client's request. */
  public boolean isRequest() {
    return text.startsWith(REQUEST);
  }

  /** Whether it names a player or a room, by what can be the id of one. */
  public boolean isPlayerOrRoom() {
    return names(PLAYER) || names(ROOM);
  }

  private boolean names(String kind) {
    return text.startsWith(kind) && IdSyntax.isMetBy(text.substring(kind.length()), LONGEST_ID);
  }
}
