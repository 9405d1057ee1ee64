/** The use cases about calls; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.call.service;

import org.jspecify.annotations.NullMarked;
