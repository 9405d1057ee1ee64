package io.calllog.application.auth.view;

import io.calllog.application.auth.session.RefreshSecret;

/**
 * The tokens of a session.
 *
 * @param access sent with each request
 * @param refresh used once, to get the next pair
 */
public record TokenPair(AccessToken access, RefreshSecret refresh) {}
