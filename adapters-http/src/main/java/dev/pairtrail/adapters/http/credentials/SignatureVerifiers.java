package dev.pairtrail.adapters.http.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import java.security.Key;
import java.security.interfaces.EdECPublicKey;

/** The library's verifiers, and that of {@link EdwardsVerifier}. */
final class SignatureVerifiers extends DefaultJWSVerifierFactory {
  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
    return key instanceof EdECPublicKey edwards
        ? new EdwardsVerifier(edwards)
        : super.createJWSVerifier(header, key);
  }
}
