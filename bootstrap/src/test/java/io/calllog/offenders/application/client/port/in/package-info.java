/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.application.client.port.in;

import org.jspecify.annotations.NullMarked;
