package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.http.credentials.ApiKey;
import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.adapters.http.credentials.PlayerTokens.Expected;
import dev.pairtrail.domain.KeyName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what is below {@code auth} into what it means, and notes all that is wrong with it. */
final class AuthReader {
  private static final int MAX_KEYS = 1_000;

  private final FilePlace at;
  private final Set<Object> seen = new HashSet<>();

  AuthReader(List<String> problems) {
    at = new FilePlace("auth", problems);
  }

  Auth read(FileShape.Auth auth) {
    if (auth.keys().size() > MAX_KEYS) {
      at.below("keys").report("takes at most " + MAX_KEYS + ", not " + auth.keys().size());
    }
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < auth.keys().size(); i++) {
      key(at.item("keys", i), auth.keys().get(i)).ifPresent(keys::add);
    }
    return new Auth(keys, auth.players().flatMap(this::players));
  }

  /** A digest that does not fit is not repeated: it may be the key itself. */
  private Optional<ApiKey> key(FilePlace place, FileShape.Key key) {
    Optional<KeyName> name =
        place.read("name", Optional.of(place.text("name", key.name())), KeyName::new);
    Optional<KeyRole> role =
        place.read("role", Optional.of(place.text("role", key.role())), KeyRole::named);
    Optional<KeyDigest> digest =
        place.read("sha256", Optional.of(place.text("sha256", key.digest())), KeyDigest::new);
    name.ifPresent(given -> once(place.below("name"), given));
    digest.ifPresent(given -> once(place.below("sha256"), given));
    return name.flatMap(n -> role.flatMap(r -> digest.map(d -> new ApiKey(n, r, d))));
  }

  private void once(FilePlace place, Object given) {
    if (!seen.add(given)) {
      place.report("is that of another key too");
    }
  }

  private Optional<Auth.Players> players(FileShape.Players players) {
    Expected expected = new Expected(players.issuer(), players.audience());
    return source(players).map(source -> new Auth.Players(source, expected));
  }

  private Optional<Auth.Source> source(FileShape.Players players) {
    Optional<Auth.Source> jwks = players.jwks().map(file -> new Auth.Jwks(Path.of(file)));
    Optional<Auth.Source> secret = players.secretEnv().map(Auth.Secret::new);
    if (jwks.isPresent() == secret.isPresent()) {
      at.below("players").report("takes one of jwks and secret_env");
    }
    return jwks.or(() -> secret);
  }
}
