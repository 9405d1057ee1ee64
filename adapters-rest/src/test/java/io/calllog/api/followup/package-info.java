/** The HTTP API of follow-ups. */
@NullMarked
package io.calllog.api.followup;

import org.jspecify.annotations.NullMarked;
