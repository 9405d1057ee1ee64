/** Authentication over HTTP. */
@NullMarked
package io.calllog.api.auth;

import org.jspecify.annotations.NullMarked;
