/** Finds changes by the transactions that made them. */
@NullMarked
package io.calllog.persistence.change;

import org.jspecify.annotations.NullMarked;
