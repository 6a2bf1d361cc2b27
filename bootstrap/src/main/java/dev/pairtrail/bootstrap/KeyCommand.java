package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.domain.KeyName;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Makes a key and prints it; only its digest is for the configuration, and nothing is stored. */
@Command(
    name = "key",
    description = {
      "Makes a key to the HTTP API and prints it, this once, with the line for auth.keys",
      "of the configuration. Nothing is stored."
    },
    mixinStandardHelpOptions = true)
final class KeyCommand implements Runnable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PREFIX = "pt_";
  private static final int BYTES = 32;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "names who holds it, in the configuration and in the log")
  private KeyName name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "server (any ticket and room) or operator (all)")
  private KeyRole role;

  @Option(names = "--json", description = "answer in JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  KeyCommand() {}

  @Override
  public void run() {
    String key = newKey();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(key) : text(key));
    out.flush();
  }

  private static String newKey() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private String text(String key) {
    return String.join(
        System.lineSeparator(),
        "The key, for whoever is to hold it (it cannot be shown again):",
        "",
        "  " + key,
        "",
        "The line below auth.keys in the configuration:",
        "",
        "  - {name: \"%s\", role: %s, sha256: \"%s\"}"
            .formatted(name.value(), role.text(), KeyDigest.of(key).hex()),
        "");
  }

  private String json(String key) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("key", key);
    made.put("name", name.value());
    made.put("role", role.text());
    made.put("sha256", KeyDigest.of(key).hex());
    return JSON.writeValueAsString(made) + System.lineSeparator();
  }
}
