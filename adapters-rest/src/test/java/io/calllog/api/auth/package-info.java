/** Registration, sign-in, sessions and tokens. */
@NullMarked
package io.calllog.api.auth;

import org.jspecify.annotations.NullMarked;
