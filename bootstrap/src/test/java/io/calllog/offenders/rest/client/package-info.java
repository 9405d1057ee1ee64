/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.rest.client;

import org.jspecify.annotations.NullMarked;
