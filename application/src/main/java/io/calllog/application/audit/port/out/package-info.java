/** What the audit trail needs of the outside. */
@NullMarked
package io.calllog.application.audit.port.out;

import org.jspecify.annotations.NullMarked;
