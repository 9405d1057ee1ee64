/** Follow-ups: promises to call a client again. */
@NullMarked
package io.calllog.domain.followup;

import org.jspecify.annotations.NullMarked;
