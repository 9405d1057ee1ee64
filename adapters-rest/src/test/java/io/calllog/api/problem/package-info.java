/** What is refused, and how, over HTTP. */
@NullMarked
package io.calllog.api.problem;

import org.jspecify.annotations.NullMarked;
