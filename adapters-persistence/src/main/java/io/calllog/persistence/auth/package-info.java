/** Reads as whom officers may act. */
@NullMarked
package io.calllog.persistence.auth;

import org.jspecify.annotations.NullMarked;
