/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.bootstrap;

import org.jspecify.annotations.NullMarked;
