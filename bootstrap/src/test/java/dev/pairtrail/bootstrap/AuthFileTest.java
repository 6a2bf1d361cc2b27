package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.http.credentials.ApiKey;
import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.adapters.http.credentials.PlayerTokens.Expected;
import dev.pairtrail.domain.KeyName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a file says of credentials, and what is said of it when it is wrong. */
final class AuthFileTest {
  private static final String DIGEST = "5E".repeat(32);

  @TempDir private Path folder;

  @Test
  void keysAndTokensAreRead() throws IOException {
    Auth auth =
        ConfigFile.read(
                file(
                    """
                    auth:
                      keys:
                        - {name: game-servers, role: server, sha256: "%s"}
                        - {name: "7", role: operator, sha256: "%s"}
                      players: {jwks: keys.json, issuer: "https://a", audience: pairtrail}
                    """
                        .formatted(DIGEST, "0".repeat(64))))
            .auth();

    assertThat(auth.keys())
        .containsExactly(
            new ApiKey(new KeyName("game-servers"), KeyRole.SERVER, new KeyDigest("5e".repeat(32))),
            new ApiKey(new KeyName("7"), KeyRole.OPERATOR, new KeyDigest("0".repeat(64))));
    assertThat(auth.players())
        .contains(
            new Auth.Players(
                new Auth.Jwks(Path.of("keys.json")),
                new Expected(Optional.of("https://a"), Optional.of("pairtrail"))));
  }

  @Test
  void withoutThemThereAreNone() throws IOException {
    assertThat(ConfigFile.read(file("")).auth()).isEqualTo(Auth.NONE);
    assertThat(Auth.NONE.credentials(_ -> null).areConfigured()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keys: [] | auth.keys is not
          keys: [{role: server, sha256: DIGEST}] | auth.keys[0].name: is missing
          keys: [{name: a b, role: server, sha256: DIGEST}] | auth.keys[0].name: key name must have
          keys: [{name: a, sha256: DIGEST}] | auth.keys[0].role: is missing
          keys: [{name: a, role: admin, sha256: DIGEST}] | auth.keys[0].role: takes server, operator
          keys: [{name: a, role: server}] | auth.keys[0].sha256: is missing
          keys: [{name: a, role: server, sha256: pt_x}] | auth.keys[0].sha256: takes 64
          keys: [{name: a, role: server, sha256: DIGEST, expires: x}] | auth.keys[0].expires is not
          players: {issuer: a} | auth.players: takes one of jwks and secret_env
          players: {jwks: a, secret_env: B} | auth.players: takes one of jwks and secret_env
          players: {jwks: a, leeway: 3s} | auth.players.leeway is not a key
          """)
  void aFaultIsNamedWithItsPath(String keys, String fault) throws IOException {
    assertThat(refused(auth(keys.replace("DIGEST", DIGEST))))
        .contains(fault)
        .doesNotContain("; ")
        .doesNotContain("pt_x");
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    String first = "{name: a, role: server, sha256: %s}".formatted(DIGEST);
    String again = "{name: a, role: operator, sha256: %s}".formatted(DIGEST);

    assertThat(refused(auth("keys: [" + first + "," + again + ", {name: b}]")))
        .contains(
            "auth.keys[1].name: is that of another key too",
            "auth.keys[1].sha256: is that of another key too",
            "auth.keys[2].role: is missing",
            "auth.keys[2].sha256: is missing");
  }

  @Test
  void whatAFileNamesIsReadByWhoeverNeedsIt() throws IOException {
    Path jwks = folder.resolve("keys.json");
    Path file = file(auth("players: {jwks: '" + jwks + "'}"));

    assertThat(ConfigFile.read(file).auth().players()).isPresent();
    assertThat(run("serve", "--config", file.toString()))
        .contains("auth.players.jwks: takes a readable file, not " + jwks);
    Files.writeString(jwks, "{\"keys\":[]}");
    assertThat(run("inspect", "--config", file.toString()))
        .contains("auth.players.jwks: takes 1 to 100 keys for signatures, not 0");
  }

  @Test
  void aSecretComesFromTheEnvironment() throws IOException {
    Auth auth = ConfigFile.read(file(auth("players: {secret_env: TOKENS}"))).auth();

    assertThat(auth.credentials(_ -> "x".repeat(32)).areConfigured()).isTrue();
    assertThatThrownBy(() -> auth.credentials(_ -> null))
        .hasMessage("auth.players.secret_env: the environment has no variable TOKENS");
    assertThatThrownBy(() -> auth.credentials(_ -> "x".repeat(31)))
        .hasMessage("auth.players.secret_env: TOKENS takes at least 32 bytes, not 31");
  }

  @Test
  void withKeysAnyHostIsServed() throws IOException {
    String keys = "keys: [{name: a, role: server, sha256: %s}]".formatted(DIGEST);
    ConfigFile file = ConfigFile.read(file(auth(keys)));

    ServeSettings settings = ServeSettings.of("0.0.0.0", 0, null, "one", file);

    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.credentials().keys()).hasSize(1);
  }

  private static String auth(String keys) {
    return "auth: {" + keys + "}\n";
  }

  private Path file(String auth) throws IOException {
    return Files.writeString(
        folder.resolve("pairtrail.yaml"), auth + "queues: {duel: {start: auto}}\n");
  }

  private String refused(String auth) throws IOException {
    return run("serve", "--config", file(auth).toString());
  }

  private static String run(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(said, true));
    assertThat(commandLine.execute(arguments)).isEqualTo(2);
    assertThat(said.toString().strip()).doesNotContain("\n").startsWith("pairtrail: ");
    return said.toString();
  }
}
