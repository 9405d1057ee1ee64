/** Keeps and reads calls. */
@NullMarked
package io.calllog.persistence.call;

import org.jspecify.annotations.NullMarked;
