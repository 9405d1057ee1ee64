/** Needs that every use case may have: a transaction, an identity. */
@NullMarked
package io.calllog.application.shared.port.out;

import org.jspecify.annotations.NullMarked;
