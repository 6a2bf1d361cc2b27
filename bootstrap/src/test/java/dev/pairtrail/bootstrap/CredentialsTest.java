package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.bootstrap.RunningProgram.Answer;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with keys and tokens, on a real Redis. */
final class CredentialsTest {
  private static final String LETTERS = "/v1/queues/default/dead-letters";
  private static final String[] NOBODY = {};
  private static final String[] GAME = {"Authorization", "Bearer pt_game"};
  private static final String[] OPERATOR = {"Authorization", "Bearer pt_ops"};

  @TempDir private Path folder;
  private RedisServer redis;
  private RSAKey signer;
  private RunningProgram program;

  @BeforeEach
  void start() throws IOException, JOSEException {
    redis = RedisServer.start();
    signer = new RSAKeyGenerator(2048).keyID("one").generate();
    Path jwks = Files.writeString(folder.resolve("keys.json"), new JWKSet(signer).toString());
    Path config =
        Files.writeString(
            folder.resolve("pairtrail.yaml"),
            """
            auth:
              keys:
                - {name: game-servers, role: server, sha256: "%s"}
                - {name: ops, role: operator, sha256: "%s"}
              players: {jwks: "%s"}
            queues: {default: {start: auto}}
            """
                .formatted(KeyDigest.of("pt_game").hex(), KeyDigest.of("pt_ops").hex(), jwks));
    program =
        RunningProgram.serve(
            "--store", redis.uri(), "--config", config.toString(), "--host", "0.0.0.0");
  }

  @AfterEach
  void stop() {
    program.close();
    redis.close();
  }

  @Test
  void aDiscardNeedsAnOperatorWhoIsNamed() {
    String letter = LETTERS + "/" + parked();

    assertThat(program.delete(letter, NOBODY).status()).isEqualTo(401);
    assertThat(program.delete(letter, GAME).status()).isEqualTo(403);
    assertThat(program.delete(letter, OPERATOR).status()).isEqualTo(204);

    Answer told = program.get("/v1/queues/default/events?type=DeadLetterDiscarded", OPERATOR);
    assertThat(told.body().at("/events/0/by").asString()).isEqualTo("ops");
    assertThat(told.body().at("/events").size()).isEqualTo(1);
  }

  /** Appends what is no event, and waits until it is a dead letter. */
  private String parked() {
    RedisClient client = RedisClient.create(redis.uri());
    try (var connection = client.connect()) {
      connection.sync().xadd("matchmaking:{default}:events", Map.of("hello", "world"));
    } finally {
      client.shutdown();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> program.get(LETTERS, OPERATOR).body().at("/dead_letters").size() == 1);
    return program.get(LETTERS, OPERATOR).body().at("/dead_letters/0/position").asString();
  }

  @Test
  void aPlayerPlaysWithAToken() throws JOSEException {
    String[] alice = token("alice");
    String tickets = "/v1/queues/default/tickets";

    Answer ticket = program.post(tickets, "{\"players\":[{\"id\":\"alice\"}]}", alice);

    assertThat(ticket.status()).isEqualTo(201);
    String path = tickets + "/" + ticket.body().get("id").asString();
    assertThat(program.get(path, alice).status()).isEqualTo(200);
    assertThat(program.get(path, token("bob")).status()).isEqualTo(403);
    assertThat(program.get(path, GAME).status()).isEqualTo(200);
    assertThat(program.get(path, NOBODY).status()).isEqualTo(401);
    assertThat(program.get("/health/live", NOBODY).status()).isEqualTo(200);
  }

  private String[] token(String player) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(player)
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    token.sign(new RSASSASigner(signer));
    return new String[] {"Authorization", "Bearer " + token.serialize()};
  }
}
