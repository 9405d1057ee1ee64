/** Values and failures that every business package speaks of; kept small. */
@NullMarked
package io.calllog.domain.shared;

import org.jspecify.annotations.NullMarked;
