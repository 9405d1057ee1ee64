/** Registration, sign-in, sessions, access tokens and the security filters. */
@NullMarked
package io.calllog.rest.auth;

import org.jspecify.annotations.NullMarked;
