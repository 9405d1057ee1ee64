/** Keys for machines. */
@NullMarked
package io.calllog.domain.key;

import org.jspecify.annotations.NullMarked;
