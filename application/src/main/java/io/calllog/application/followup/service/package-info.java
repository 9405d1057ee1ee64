/** Use cases for follow-ups. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.followup.service;

import org.jspecify.annotations.NullMarked;
