package dev.pairtrail.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
  private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  @ParameterizedTest
  @ValueSource(strings = {"00-" + IDS + "-01", "cc-" + IDS + "-00", "cc-" + IDS + "-01-more"})
  void aTraceContextIsKnown(String traceparent) {
    assertThat(Headers.isTraceparent(traceparent)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + IDS,
        "00-" + IDS + "-1",
        "00-" + IDS + "-01-more",
        "ff-" + IDS + "-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"
      })
  void whatIsNoneIsPassedOver(String traceparent) {
    assertThat(Headers.isTraceparent(traceparent)).isFalse();
  }

  @Test
  void thereMayBeNone() {
    assertThat(Headers.isTraceparent(null)).isFalse();
  }
}
