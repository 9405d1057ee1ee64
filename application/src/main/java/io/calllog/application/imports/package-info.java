/** Imports: files with calls, clients or officers, which a job adds row by row. */
@NullMarked
package io.calllog.application.imports;

import org.jspecify.annotations.NullMarked;
