package io.calllog.application.auth.view;

import io.calllog.application.officer.view.OfficerView;

/** A successful sign-in. */
public record SignedIn(OfficerView officer, TokenPair tokens) {}
