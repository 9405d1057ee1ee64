package io.calllog.rest.imports;

import io.calllog.application.imports.ImportKind;
import org.jspecify.annotations.Nullable;

/** The query parameters of a file. */
record StartImportParameters(ImportKind kind, @Nullable Boolean dryRun) {}
