package dev.pairtrail.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the plain form: without white space or escapes, keys in the order in which they are asked
 * for and no other. It is read where it stands, and nothing is made but what is asked for. Not
 * thread-safe.
 *
 * <p>Every method throws {@link NotPlainException} where the JSON is of another form. That is no
 * fault of it: the reader of every form knows what it says, or what is wrong.
 */
final class PlainJson {
  private static final RecentTexts NAMES = new RecentTexts();
  private static final int LONGEST_NUMBER = 24;
  private static final int INTEGER_DIGITS = 9;

  private final String json;
  private int at;

  /** What stands before the next key: a brace before the first one. */
  private char separator;

  PlainJson(String json) {
    this.json = json;
  }

  /** The object that is next, by what reads all of its keys. */
  <T> T object(Function<PlainJson, T> reader) {
    requirePlain(is('{', at));
    separator = '{';
    T read = reader.apply(this);
    expect('}');
    separator = ',';
    return read;
  }

  /** Requires that nothing follows. */
  void end() {
    requirePlain(at == json.length());
  }

  private static void requirePlain(boolean plain) {
    if (!plain) {
      throw new NotPlainException();
    }
  }

  private boolean is(char expected, int index) {
    return index < json.length() && json.charAt(index) == expected;
  }

  private boolean skip(char expected) {
    boolean skipped = is(expected, at);
    at += skipped ? 1 : 0;
    return skipped;
  }

  private void expect(char expected) {
    requirePlain(skip(expected));
  }

  /** Goes to the value of a key, if that comes next. */
  private boolean skipKey(String name) {
    int end = at + 2 + name.length();
    if (!is(separator, at)
        || !is('"', at + 1)
        || !json.startsWith(name, at + 2)
        || !is('"', end)
        || !is(':', end + 1)) {
      return false;
    }
    at = end + 2;
    separator = ',';
    return true;
  }

  private void expectKey(String name) {
    requirePlain(skipKey(name));
  }

  String text(String name) {
    expectKey(name);
    return text();
  }

  private String text() {
    int from = at + 1;
    skipText();
    return json.substring(from, at - 1);
  }

  /** A text that is often the same. */
  String name(String name) {
    expectKey(name);
    return name();
  }

  private String name() {
    int from = at + 1;
    skipText();
    return NAMES.part(json, from, at - 1);
  }

  private void skipText() {
    expect('"');
    int end = json.indexOf('"', at);
    requirePlain(end >= 0);
    for (int i = at; i < end; i++) {
      char c = json.charAt(i);
      requirePlain(c >= ' ' && c != '\\');
    }
    at = end + 1;
  }

  @Nullable String optionalText(String name) {
    return skipKey(name) ? text() : null;
  }

  @Nullable String optionalName(String name) {
    return skipKey(name) ? name() : null;
  }

  Instant time(String name) {
    expectKey(name);
    return time();
  }

  @Nullable Instant optionalTime(String name) {
    return skipKey(name) ? time() : null;
  }

  private Instant time() {
    try {
      return InstantText.parse(text());
    } catch (DateTimeException _) {
      throw new NotPlainException();
    }
  }

  long whole(String name) {
    expectKey(name);
    return integer();
  }

  @Nullable Integer optionalInteger(String name) {
    return skipKey(name) ? (Integer) integer() : null;
  }

  private int integer() {
    return number() instanceof Integer integer ? integer : notPlain();
  }

  private static int notPlain() {
    throw new NotPlainException();
  }

  @Nullable Double optionalNumber(String name) {
    return skipKey(name) ? (Double) number().doubleValue() : null;
  }

  /** A number of few digits, without exponent. */
  private Number number() {
    int from = at;
    boolean negative = skip('-');
    int first = at;
    int value = skipDigits();
    requirePlain(at > first && (at == first + 1 || !is('0', first)));
    if (!skip('.')) {
      requirePlain(at - first <= INTEGER_DIGITS && !(negative && value == 0) && !isExponent());
      return negative ? -value : value;
    }
    int fraction = at;
    skipDigits();
    requirePlain(at > fraction && at - from <= LONGEST_NUMBER && !isExponent());
    return Double.valueOf(json.substring(from, at));
  }

  private boolean isExponent() {
    return is('e', at) || is('E', at);
  }

  /** Their value, if it is an integer. */
  private int skipDigits() {
    int value = 0;
    for (; at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9'; at++) {
      value = 10 * value + json.charAt(at) - '0';
    }
    return value;
  }

  <T> @Nullable List<T> optionalObjects(String name, Function<PlainJson, T> reader) {
    return skipKey(name) ? list(in -> in.object(reader)) : null;
  }

  List<String> texts(String name) {
    expectKey(name);
    return list(PlainJson::text);
  }

  private <T> List<T> list(Function<PlainJson, T> element) {
    List<T> list = new ArrayList<>();
    expect('[');
    while (!skip(']')) {
      requirePlain(list.isEmpty() || skip(','));
      list.add(element.apply(this));
    }
    return list;
  }

  /** Texts, numbers and lists of texts. */
  @Nullable Map<String, Object> optionalValues(String name) {
    return skipKey(name) ? map(PlainJson::value) : null;
  }

  private Object value() {
    if (is('"', at)) {
      return name();
    }
    return is('[', at) ? list(PlainJson::name) : number();
  }

  @Nullable Map<String, Integer> optionalIntegers(String name) {
    return skipKey(name) ? map(PlainJson::integer) : null;
  }

  private <T> Map<String, T> map(Function<PlainJson, T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    expect('{');
    while (!skip('}')) {
      requirePlain(map.isEmpty() || skip(','));
      String key = name();
      expect(':');
      map.put(key, value.apply(this));
    }
    return map;
  }
}
