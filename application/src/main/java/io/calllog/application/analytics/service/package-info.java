/** The implementations of the use cases about figures. */
@NullMarked
package io.calllog.application.analytics.service;

import org.jspecify.annotations.NullMarked;
