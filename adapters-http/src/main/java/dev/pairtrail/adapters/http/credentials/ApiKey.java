package dev.pairtrail.adapters.http.credentials;

import dev.pairtrail.domain.KeyName;

/** A key that the server knows, by its digest. */
public record ApiKey(KeyName name, KeyRole role, KeyDigest digest) {}
