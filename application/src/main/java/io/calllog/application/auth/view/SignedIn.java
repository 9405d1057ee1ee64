package io.calllog.application.auth.view;

import io.calllog.application.officer.view.OfficerView;

/**
 * An officer who has just signed in.
 *
 * @param officer who it is
 * @param tokens what they show from now on
 */
public record SignedIn(OfficerView officer, TokenPair tokens) {}
