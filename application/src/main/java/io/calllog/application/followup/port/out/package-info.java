/** Out-ports for follow-ups. */
@NullMarked
package io.calllog.application.followup.port.out;

import org.jspecify.annotations.NullMarked;
