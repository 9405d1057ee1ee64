/** The use cases about the audit trail; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.audit.service;

import org.jspecify.annotations.NullMarked;
