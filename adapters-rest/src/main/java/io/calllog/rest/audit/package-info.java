/** The audit trail over HTTP. */
@NullMarked
package io.calllog.rest.audit;

import org.jspecify.annotations.NullMarked;
