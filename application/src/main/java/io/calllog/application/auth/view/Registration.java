package io.calllog.application.auth.view;

import io.calllog.application.officer.view.OfficerView;
import org.jspecify.annotations.Nullable;

/**
 * A new account from a self-registration.
 *
 * @param tokens null if the account waits for approval
 */
public record Registration(OfficerView officer, @Nullable TokenPair tokens) {}
