package io.calllog.application.auth.view;

import io.calllog.application.officer.view.OfficerView;
import org.jspecify.annotations.Nullable;

/**
 * A new account that somebody made for themselves.
 *
 * @param officer the account
 * @param tokens what they show from now on; null when the account waits for approval
 */
public record Registration(OfficerView officer, @Nullable TokenPair tokens) {}
