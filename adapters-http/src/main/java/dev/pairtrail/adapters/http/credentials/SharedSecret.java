package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One secret, for HS256 alone. Thread-safe. */
final class SharedSecret implements JWSKeySelector<SecurityContext> {
  private final List<Key> key;

  SharedSecret(byte[] secret) {
    key = List.of(new SecretKeySpec(secret, "HmacSHA256"));
  }

  @Override
  public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) {
    return JWSAlgorithm.HS256.equals(header.getAlgorithm()) ? key : List.of();
  }
}
