/** Types shared by all use cases: transactions, pages, and expected versions. */
@NullMarked
package io.calllog.application.shared;

import org.jspecify.annotations.NullMarked;
