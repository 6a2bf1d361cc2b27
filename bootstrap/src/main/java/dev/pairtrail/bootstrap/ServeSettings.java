package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RuleSet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server runs with, checked.
 *
 * @param credentials by what callers are known
 * @param instance names it among the instances of one store
 * @param redisKeys the keys of the queues that do not have the default one
 * @param retention of the queues whose logs are not kept for ever
 */
record ServeSettings(
    String host,
    int port,
    Credentials credentials,
    StoreChoice store,
    String instance,
    Settings.Workers workers,
    Settings.Feeds feeds,
    Map<QueueName, RuleSet> queues,
    Map<QueueName, String> redisKeys,
    Map<QueueName, Retention> retention) {
  private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final int LAST_PORT = 65_535;

  static ServeSettings of(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String store,
      @Nullable String instance,
      ConfigFile file) {
    Credentials credentials = file.auth().credentials(System::getenv);
    String onHost = host(first(host, file.host()).orElse("127.0.0.1"), credentials);
    int onPort = port(Optional.ofNullable(port).or(file::port).orElse(8080));
    return new ServeSettings(
        onHost,
        onPort,
        credentials,
        StoreChoice.ofServers(store, file),
        instance(first(instance, file.instance()).orElseGet(() -> defaultInstance(onPort))),
        file.workers(),
        file.feeds(),
        file.queues(),
        file.redisKeys(),
        file.retention());
  }

  private static Optional<String> first(@Nullable String given, Optional<String> inFile) {
    return Optional.ofNullable(given).or(() -> inFile);
  }

  /** Without credentials only this machine is served. */
  private static String host(String host, Credentials credentials) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress() || credentials.areConfigured()) {
        return host;
      }
    } catch (UnknownHostException e) {
      throw new BadConfigurationException("host " + host + " is not known");
    }
    throw new BadConfigurationException(
        "host takes a loopback address such as 127.0.0.1, not "
            + host
            + ": without keys anybody could do anything; to set some, make them with"
            + " pairtrail key --name NAME --role operator and put the line that it prints below"
            + " auth.keys in the file that --config names");
  }

  private static int port(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new BadConfigurationException("port takes 0 to " + LAST_PORT + ", not " + port);
    }
    return port;
  }

  private static String instance(String name) {
    if (!INSTANCE.matcher(name).matches()) {
      throw new BadConfigurationException(
          "instance takes 1 to 100 characters of A-Z a-z 0-9 . _ -, not " + name);
    }
    return name;
  }

  /** The same after a restart, so that a restarted instance takes up its own pending entries. */
  private static String defaultInstance(int port) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElseGet(ServeSettings::hostName);
    String suffix = port == 0 ? "pid" + ProcessHandle.current().pid() : Integer.toString(port);
    return host.replaceAll("[^A-Za-z0-9._-]", "-") + "-" + suffix;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
