/** The use cases about signing in; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.auth.service;

import org.jspecify.annotations.NullMarked;
