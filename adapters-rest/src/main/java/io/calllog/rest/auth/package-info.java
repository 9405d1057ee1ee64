/** Registration, sign-in, and who is asking. */
@NullMarked
package io.calllog.rest.auth;

import org.jspecify.annotations.NullMarked;
