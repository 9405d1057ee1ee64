/** Visibility, permissions, and the order of errors. */
@NullMarked
package io.calllog.api.access;

import org.jspecify.annotations.NullMarked;
