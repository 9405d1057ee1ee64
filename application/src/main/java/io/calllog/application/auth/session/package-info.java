/** Sessions and the refresh tokens that keep them open. */
@NullMarked
package io.calllog.application.auth.session;

import org.jspecify.annotations.NullMarked;
