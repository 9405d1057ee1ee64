/** In-ports for follow-ups. */
@NullMarked
package io.calllog.application.followup.port.in;

import org.jspecify.annotations.NullMarked;
