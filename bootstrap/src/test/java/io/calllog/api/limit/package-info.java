/** What is refused because it is too much, over HTTP. */
@NullMarked
package io.calllog.api.limit;

import org.jspecify.annotations.NullMarked;
