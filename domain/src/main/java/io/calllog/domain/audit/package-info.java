/** What is written down about who did what: the words of the audit trail. */
@NullMarked
package io.calllog.domain.audit;

import org.jspecify.annotations.NullMarked;
