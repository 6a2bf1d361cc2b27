package dev.pairtrail.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.pairtrail.adapters.http.credentials.PlayerTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tokens a server takes whose players' keys are in a file. */
final class TokensTest {
  private static final RSAKey RSA = rsa("rsa", 2048);
  private static final RSAKey OTHER = rsa("rsa", 2048);
  private static final ECKey EC = ec(Curve.P_256);
  private static final ECKey EC_384 = ec(Curve.P_384);
  private static final EdwardsKey EDWARDS = EdwardsKey.generate("ed");
  private static final PlayerTokens.Expected EXPECTED =
      new PlayerTokens.Expected(Optional.of("https://login.example"), Optional.of("pairtrail"));

  @TempDir private Path folder;
  private Path file;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("keys.json");
    write(RSA, EC, EC_384, EDWARDS.jwk());
    server =
        TestServer.start(
            TestCredentials.with(Optional.of(PlayerTokens.signedByKeysIn(file, EXPECTED))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Writes the public halves. */
  private void write(JWK... keys) throws IOException {
    JWKSet all = new JWKSet(List.of(keys)).toPublicJWKSet();
    Files.writeString(file, all.toString());
  }

  private void assertTaken(String token) {
    show(token).is(200);
    server.get("/v1/players/carol/events", TestCredentials.bearer(token)).is(403);
  }

  private void assertRefused(String token) {
    Reply refused = show(token).isProblem(401, "unauthorized");
    assertThat(refused.body()).doesNotContain(token.substring(0, token.indexOf('.')));
  }

  private Reply show(String token) {
    return server.get("/v1/players/alice/events", TestCredentials.bearer(token));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("alice")
        .issuer("https://login.example")
        .audience(List.of("other", "pairtrail"))
        .expirationTime(in(600));
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), RSA, claims);
  }

  private static String signed(JWSHeader header, RSAKey key, JWTClaimsSet.Builder claims)
      throws JOSEException {
    return signed(header, new RSASSASigner(key), claims);
  }

  private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims.build());
    token.sign(signer);
    return token.serialize();
  }

  @Test
  void everyKindOfPublicKeyIsTaken() throws Exception {
    assertTaken(signed(claims()));
    assertTaken(signed(new JWSHeader(JWSAlgorithm.RS512), RSA, claims()));
    assertTaken(signed(new JWSHeader(JWSAlgorithm.PS256), RSA, claims()));
    assertTaken(signed(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(EC), claims()));
    assertTaken(signed(new JWSHeader(JWSAlgorithm.ES384), new ECDSASigner(EC_384), claims()));
    assertTaken(EDWARDS.sign("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}", claims().build()));
    assertTaken(EDWARDS.sign("{\"alg\":\"Ed25519\"}", claims().build()));
    assertTaken(
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).build(),
            RSA,
            claims()));
  }

  @Test
  void aTokenHasATime() throws JOSEException {
    assertRefused(signed(claims().expirationTime(in(-120))));
    assertRefused(signed(claims().expirationTime(null)));
    assertRefused(signed(claims().notBeforeTime(in(120))));
    assertTaken(signed(claims().expirationTime(in(-20)).notBeforeTime(in(20))));
  }

  @Test
  void aTokenIsOfThisIssuerForThisAudience() throws JOSEException {
    assertRefused(signed(claims().issuer("https://login.example/")));
    assertRefused(signed(claims().issuer(null)));
    assertRefused(signed(claims().audience("other")));
    assertRefused(signed(claims().audience((String) null)));
  }

  @Test
  void aTokenIsOfAPlayer() throws JOSEException {
    assertRefused(signed(claims().subject(null)));
    assertRefused(signed(claims().subject("")));
    assertRefused(signed(claims().subject("alice bob")));
    assertRefused(signed(claims().subject("a".repeat(129))));
    show(signed(claims().subject("carol"))).isProblem(403, "forbidden");
  }

  @Test
  void aTokenIsSignedByOneOfTheKeys() throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();
    assertRefused(signed(header, OTHER, claims()));
    assertRefused(
        signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("gone").build(), RSA, claims()));
    assertRefused(EdwardsKey.generate("ed").sign("{\"alg\":\"EdDSA\"}", claims().build()));
    assertRefused(
        EDWARDS.sign("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":true}", claims().build()));
    String mine = signed(claims());
    String carols = signed(claims().subject("carol"));
    String unsigned = mine.substring(0, mine.lastIndexOf('.') + 1);
    assertRefused(unsigned);
    assertRefused(unsigned + carols.substring(carols.lastIndexOf('.') + 1));
  }

  @Test
  void noSignatureAndNoSecretWillDo() throws JOSEException {
    assertRefused(new PlainJWT(claims().build()).serialize());
    byte[] known = RSA.toRSAPublicKey().getEncoded();
    assertRefused(signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(known), claims()));
    byte[] pem = RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    assertRefused(
        signed(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(),
            new MACSigner(pem),
            claims()));
    assertRefused(TestCredentials.token("alice"));
  }

  @Test
  void aTokenForSomethingElseIsNone() throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("logout+jwt")).build();
    assertRefused(signed(header, RSA, claims()));
  }

  @Test
  void theFileIsReadAgainWhenItChanges() throws Exception {
    RSAKey next = rsa("next", 2048);
    String before = signed(claims());
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("next").build();
    String after = signed(header, next, claims());
    assertTaken(before);
    assertRefused(after);

    write(RSA, next);
    assertTaken(before);
    assertTaken(after);

    write(next);
    assertRefused(before);
    assertTaken(after);
  }

  @Test
  void aFileThatIsBrokenOrGoneChangesNothing() throws Exception {
    String token = signed(claims());

    Files.writeString(file, "{\"keys\":[");
    assertTaken(token);
    Files.delete(file);
    assertTaken(token);

    write(OTHER);
    assertRefused(token);
  }

  @Test
  void aSecretIsForOneAlgorithm() throws JOSEException {
    try (TestServer other = TestServer.start(TestCredentials.all())) {
      String path = "/v1/players/alice/events";
      other.get(path, TestCredentials.bearer(TestCredentials.token("alice"))).is(200);
      String longer = TestCredentials.token("alice", JWSAlgorithm.HS512);
      other.get(path, TestCredentials.bearer(longer)).is(401);
      other.get(path, TestCredentials.bearer(signed(claims()))).is(401);
    }
  }

  @Test
  void withoutKeysForTokensThereAreNone() throws JOSEException {
    try (TestServer other = TestServer.start(TestCredentials.with(Optional.empty()))) {
      String path = "/v1/players/alice/events";
      other.get(path, TestCredentials.bearer(TestCredentials.SERVER)).is(200);
      other.get(path, TestCredentials.bearer(signed(claims()))).is(401);
    }
  }

  @Test
  void whatHasNoKeyToCheckByIsRefusedAtOnce() throws Exception {
    assertFault("{\"keys\":[]}", "takes 1 to 100 keys for signatures, not 0");
    assertFault("[]", "takes a JWKS");
    assertFault(new JWKSet(RSA).toString(false), "rsa is a secret");
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).keyID("oct").generate();
    assertFault(new JWKSet(secret).toString(false), "oct is a secret");
    assertFault(new JWKSet(rsa("short", 1024)).toString(), "at least 2048 bits, not short");
    RSAKey encrypts = new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build();
    assertFault(new JWKSet(encrypts).toString(), "not 0");
    assertFault(" ".repeat(1024 * 1024 + 1), "at most 1048576 bytes");
    Files.delete(file);
    assertFault("takes a readable file");
    assertThatThrownBy(() -> PlayerTokens.signedWith(new byte[31], EXPECTED))
        .hasMessage("takes at least 32 bytes, not 31");
  }

  private void assertFault(String content, String fault) throws IOException {
    Files.writeString(file, content);
    assertFault(fault);
  }

  private void assertFault(String fault) {
    assertThatThrownBy(() -> PlayerTokens.signedByKeysIn(file, EXPECTED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  private static RSAKey rsa(String id, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID(curve.getName()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
