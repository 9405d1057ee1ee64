package io.calllog.application.auth.view;

import io.calllog.application.auth.session.RefreshSecret;

/**
 * What a device is given to act for an officer, and to go on doing so.
 *
 * @param access shown with each request
 * @param refresh shown once, for the next pair
 */
public record TokenPair(AccessToken access, RefreshSecret refresh) {}
