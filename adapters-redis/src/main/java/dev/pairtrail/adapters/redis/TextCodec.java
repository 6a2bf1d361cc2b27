package dev.pairtrail.adapters.redis;

import io.lettuce.core.codec.StringCodec;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8. It knows the exact size of what it encodes, so that each argument of a large
 * append goes straight into the command and not through a buffer of its own.
 */
class TextCodec extends StringCodec {
  static final TextCodec ALL = new TextCodec();

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
    return decode(bytes);
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
