/** Out-ports for the audit trail. */
@NullMarked
package io.calllog.application.audit.port.out;

import org.jspecify.annotations.NullMarked;
