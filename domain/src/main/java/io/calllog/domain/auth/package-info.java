/** The rules for passwords. */
@NullMarked
package io.calllog.domain.auth;

import org.jspecify.annotations.NullMarked;
