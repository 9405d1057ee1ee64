package io.calllog.application.imports.view;

import io.calllog.application.imports.Import;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param createdByName the current name of the officer or the key that sent the file
 */
public record ImportView(Import value, @Nullable String createdByName) {}
