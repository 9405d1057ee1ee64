/** Exports while the database changes, fails, or somebody does not read. */
@NullMarked
package io.calllog.api.export;

import org.jspecify.annotations.NullMarked;
