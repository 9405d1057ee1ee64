/** The use cases about figures; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.analytics.service;

import org.jspecify.annotations.NullMarked;
