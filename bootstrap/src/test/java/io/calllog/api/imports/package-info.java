/** Imports, with the job and PostgreSQL. */
@NullMarked
package io.calllog.api.imports;

import org.jspecify.annotations.NullMarked;
