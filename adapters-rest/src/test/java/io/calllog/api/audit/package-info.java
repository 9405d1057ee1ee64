/** The HTTP API of the audit trail. */
@NullMarked
package io.calllog.api.audit;

import org.jspecify.annotations.NullMarked;
