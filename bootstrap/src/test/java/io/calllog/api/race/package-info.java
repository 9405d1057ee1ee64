/** Concurrent requests over HTTP. */
@NullMarked
package io.calllog.api.race;

import org.jspecify.annotations.NullMarked;
