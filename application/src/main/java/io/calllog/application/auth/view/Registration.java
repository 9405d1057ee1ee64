package io.calllog.application.auth.view;

import io.calllog.application.officer.view.OfficerView;
import org.jspecify.annotations.Nullable;

/** A new account. There are no tokens if it waits for approval. */
public record Registration(OfficerView officer, @Nullable TokenPair tokens) {}
