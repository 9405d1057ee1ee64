/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.application.client.port.out;

import org.jspecify.annotations.NullMarked;
