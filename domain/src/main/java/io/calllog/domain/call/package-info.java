/** Calls between officers and clients. */
@NullMarked
package io.calllog.domain.call;

import org.jspecify.annotations.NullMarked;
