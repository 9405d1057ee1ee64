/** Logging, correcting and reading calls. */
@NullMarked
package io.calllog.application.call;

import org.jspecify.annotations.NullMarked;
