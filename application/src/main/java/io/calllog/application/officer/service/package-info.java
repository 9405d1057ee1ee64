/** The use cases about officers; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.officer.service;

import org.jspecify.annotations.NullMarked;
