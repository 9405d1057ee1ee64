/** The rules for follow-ups that several use cases share. */
@NullMarked
package io.calllog.application.followup;

import org.jspecify.annotations.NullMarked;
