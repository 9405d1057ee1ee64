/** Tests of reading, editing and sending back. */
@NullMarked
package io.calllog.api.editing;

import org.jspecify.annotations.NullMarked;
