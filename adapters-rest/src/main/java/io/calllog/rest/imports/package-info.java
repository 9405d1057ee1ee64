/** Imports over HTTP. */
@NullMarked
package io.calllog.rest.imports;

import org.jspecify.annotations.NullMarked;
