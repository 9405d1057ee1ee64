/** The audit trail over HTTP, and the erasure of personal data. */
@NullMarked
package io.calllog.api.audit;

import org.jspecify.annotations.NullMarked;
