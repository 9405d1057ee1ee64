/** Use cases for reports. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.analytics.service;

import org.jspecify.annotations.NullMarked;
