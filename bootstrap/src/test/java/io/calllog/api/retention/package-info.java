/** Tests of the retention of calls. */
@NullMarked
package io.calllog.api.retention;

import org.jspecify.annotations.NullMarked;
