/** Error responses. */
@NullMarked
package io.calllog.api.problem;

import org.jspecify.annotations.NullMarked;
