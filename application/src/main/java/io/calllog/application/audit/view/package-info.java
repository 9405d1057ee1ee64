/** Results of queries about the audit trail. */
@NullMarked
package io.calllog.application.audit.view;

import org.jspecify.annotations.NullMarked;
