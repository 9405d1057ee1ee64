package io.calllog.rest.key;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.key.port.in.CreateKey;
import io.calllog.application.shared.Caller;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CreateKeyRequest(
    Name name,
    List<Scope> scopes,
    RegionPath region,
    @Nullable RequestsPerMinute requestsPerMinute,
    @Nullable Instant expiresAt) {

  CreateKey.Command toCommand(Caller caller) {
    var limit = requireNonNullElse(requestsPerMinute, RequestsPerMinute.DEFAULT);
    return new CreateKey.Command(caller, new ApiKeyDetails(name, limit, expiresAt), scopes, region);
  }
}
