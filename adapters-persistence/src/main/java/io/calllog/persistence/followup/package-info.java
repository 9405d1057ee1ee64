/** Stores and reads follow-ups. */
@NullMarked
package io.calllog.persistence.followup;

import org.jspecify.annotations.NullMarked;
