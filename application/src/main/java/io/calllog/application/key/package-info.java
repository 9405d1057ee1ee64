/** Keys for machines. */
@NullMarked
package io.calllog.application.key;

import org.jspecify.annotations.NullMarked;
