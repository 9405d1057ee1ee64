/** The use cases about clients; seen by nobody but the wiring. */
@NullMarked
package io.calllog.application.client.service;

import org.jspecify.annotations.NullMarked;
