/** Tests of the keys over HTTP. */
@NullMarked
package io.calllog.api.key;

import org.jspecify.annotations.NullMarked;
