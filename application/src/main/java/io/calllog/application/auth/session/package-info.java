/** Sessions and their refresh tokens. */
@NullMarked
package io.calllog.application.auth.session;

import org.jspecify.annotations.NullMarked;
