/** Requests that nobody would send in good faith, by the thousand. */
@NullMarked
package io.calllog.api.fuzz;

import org.jspecify.annotations.NullMarked;
