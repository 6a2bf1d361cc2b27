package dev.pairtrail.adapters.redis;

import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.codec.StringCodec;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Text as UTF-8. It knows the exact size of what it encodes, so that each argument of a large
 * append goes straight into the command and not through a buffer of its own. And it knows the names
 * of an entry's fields, which are not made anew for each entry of a log.
 */
class TextCodec extends StringCodec {
  static final TextCodec ALL = new TextCodec();

  private static final List<String> FIELDS =
      List.of(EntryCodec.EVENT, EntryCodec.TAGS, EntryCodec.META, EntryCodec.REVISION);

  /** Leaves out values: of a delivered entry its position is enough. */
  static final TextCodec WITHOUT_VALUES =
      new TextCodec() {
        @Override
        public String decodeValue(ByteBuffer bytes) {
          return "";
        }
      };

  private TextCodec() {
    super(StandardCharsets.UTF_8);
  }

  @Override
  public int estimateSize(Object text) {
    return text instanceof String string ? ByteBufUtil.utf8Bytes(string) : 0;
  }

  @Override
  public boolean isEstimateExact() {
    return true;
  }

  @Override
  public String decodeKey(ByteBuffer bytes) {
    for (String field : FIELDS) {
      if (is(field, bytes)) {
        return field;
      }
    }
    return decode(bytes);
  }

  /** All of it is ASCII. */
  private static boolean is(String field, ByteBuffer bytes) {
    int length = field.length();
    if (bytes.remaining() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes.get(bytes.position() + i) != field.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String decodeValue(ByteBuffer bytes) {
    return decode(bytes);
  }

  private static String decode(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return new String(copy, StandardCharsets.UTF_8);
  }
}
