/** Imports over HTTP. */
@NullMarked
package io.calllog.api.imports;

import org.jspecify.annotations.NullMarked;
