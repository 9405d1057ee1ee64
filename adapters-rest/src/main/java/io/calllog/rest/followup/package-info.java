/** The HTTP API of follow-ups. */
@NullMarked
package io.calllog.rest.followup;

import org.jspecify.annotations.NullMarked;
