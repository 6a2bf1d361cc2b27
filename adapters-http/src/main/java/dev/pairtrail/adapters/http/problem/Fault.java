package dev.pairtrail.adapters.http.problem;

/**
 * One thing that is wrong.
 *
 * @param where what kind of place {@code name} names
 * @param name the place
 * @param detail what is wrong there and what the place takes
 */
public record Fault(Where where, String name, String detail) {

  /** The kinds of place. */
  enum Where {
    /** A JSON pointer (RFC 6901) into the body. */
    POINTER("pointer"),
    /** A query parameter. */
    PARAMETER("parameter"),
    /** A header field. */
    HEADER("header"),
    /** A part of the instance. */
    PART("part");

    private final String key;

    Where(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  public static Fault at(String pointer, String detail) {
    return new Fault(Where.POINTER, pointer, detail);
  }

  public static Fault parameter(String name, String detail) {
    return new Fault(Where.PARAMETER, name, detail);
  }

  public static Fault header(String name, String detail) {
    return new Fault(Where.HEADER, name, detail);
  }

  public static Fault part(String name, String detail) {
    return new Fault(Where.PART, name, detail);
  }
}
