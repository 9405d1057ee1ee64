/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.tests;

import org.jspecify.annotations.NullMarked;
