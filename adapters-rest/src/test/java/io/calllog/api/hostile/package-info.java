/** Requests that are meant to do harm. */
@NullMarked
package io.calllog.api.hostile;

import org.jspecify.annotations.NullMarked;
