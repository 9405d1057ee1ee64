/** The HTTP API of the audit trail. */
@NullMarked
package io.calllog.rest.audit;

import org.jspecify.annotations.NullMarked;
