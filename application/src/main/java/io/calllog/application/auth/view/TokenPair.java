package io.calllog.application.auth.view;

import io.calllog.application.auth.session.RefreshSecret;

/** An access token, sent with each request, and a refresh token, used once for the next pair. */
public record TokenPair(AccessToken access, RefreshSecret refresh) {}
