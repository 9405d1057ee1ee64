/** Thousands of random, mostly invalid requests. */
@NullMarked
package io.calllog.api.fuzz;

import org.jspecify.annotations.NullMarked;
