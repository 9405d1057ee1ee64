/** Use cases for the audit trail. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.audit.service;

import org.jspecify.annotations.NullMarked;
