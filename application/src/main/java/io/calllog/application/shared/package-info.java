/** What every use case is made with: transactions by name, pages, preconditions. */
@NullMarked
package io.calllog.application.shared;

import org.jspecify.annotations.NullMarked;
