/** In-ports for the audit trail. */
@NullMarked
package io.calllog.application.audit.port.in;

import org.jspecify.annotations.NullMarked;
