package dev.pairtrail.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptedTest {
  private static final List<String> OFFERS = List.of("a/json", "a/lines", "text/events");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                | a/json
          *                                  | a/json
          a/*                                | a/json
          text/*                             | text/events
          Text/Events                        | text/events
          text/events; charset=utf-8         | text/events
          text/events, */*                   | text/events
          a/json;q=0.5, a/lines              | a/lines
          a/lines;q=0.4, a/json; q=0.5       | a/json
          a/json;q=0, */*                    | a/lines
          */*;q=0.1, text/events;q=0.2       | text/events
          a/json;q=much                      | a/json
          a/lines,,                          | a/lines
          """)
  void theBestIsOffered(String accept, String best) {
    assertThat(Accepted.of(List.of(accept)).best(OFFERS)).contains(best);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html
          a/json;q=0
          */*;q=0
          a
          """)
  void nothingMayBeAcceptable(String accept) {
    assertThat(Accepted.of(List.of(accept)).best(OFFERS)).isEmpty();
  }

  @Test
  void withoutAFieldEverythingIsAccepted() {
    assertThat(Accepted.of(List.of()).best(OFFERS)).contains("a/json");
    assertThat(Accepted.of(List.of("text/html", "a/lines")).best(OFFERS)).contains("a/lines");
  }
}
