package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server. */
record Reply(int status, HttpResponse<String> response) {
  static final JsonMapper MAPPER = new JsonMapper();

  String body() {
    return response.body();
  }

  JsonNode json() {
    return MAPPER.readTree(body());
  }

  /** The text at a pointer into the body. */
  String at(String pointer) {
    return json().at(pointer).asString();
  }

  List<JsonNode> lines() {
    return body().lines().map(MAPPER::readTree).toList();
  }

  /** The texts at a pointer into each item of the array at another one. */
  List<String> each(String array, String pointer) {
    return StreamSupport.stream(json().at(array).spliterator(), false)
        .map(item -> item.at(pointer).asString())
        .toList();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  Reply is(int expected) {
    assertThat(status).as(body()).isEqualTo(expected);
    return this;
  }

  /** Checks that it is a problem of that name and nothing else. */
  Reply isProblem(int expected, String name) {
    is(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(at("/type")).isEqualTo("https://pairtrail.dev/problems/" + name);
    assertThat(json().at("/status").asInt()).isEqualTo(expected);
    assertThat(at("/title")).isNotBlank();
    assertThat(at("/detail")).isNotBlank().doesNotContain("Exception");
    return this;
  }
}
